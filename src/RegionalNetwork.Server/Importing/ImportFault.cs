namespace RegionalNetwork.Server.Importing;

public enum ImportSeverity
{
    /// <summary>The file is refused: its figures would be ambiguous or wrong.</summary>
    Fault,

    /// <summary>The file is accepted; its author should know.</summary>
    Warning,
}

/// <summary>Which of the two files of an upload.</summary>
public enum ImportFile
{
    Data,
    Metadata,
}

/// <summary>One thing that is wrong with, or unusual in, an imported file.</summary>
/// <param name="Code">Stable and machine-readable, one of <see cref="ImportFaultCodes"/>.</param>
/// <param name="Row">Line of the file, counted from 1 with the heading; null for the whole file.</param>
/// <param name="Column">The column as the file names it; null for the whole row.</param>
/// <param name="Value">What was found, cut to a safe length and with control characters escaped; null where there is none.</param>
/// <param name="Message">A sentence that says what to do.</param>
public sealed record ImportFault(
    ImportSeverity Severity,
    string Code,
    ImportFile File,
    int? Row,
    string? Column,
    string? Value,
    string Message
);
