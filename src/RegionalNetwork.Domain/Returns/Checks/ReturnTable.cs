namespace RegionalNetwork.Domain.Returns.Checks;

/// <summary>A table as somebody sent it, before anything in it is believed.</summary>
/// <param name="IsIncomplete">Rows could not be read and were left out: then nothing is said of rows that are missing.</param>
public sealed record ReturnTable(IReadOnlyList<string> Headings, IReadOnlyList<ReturnTableRow> Rows, bool IsIncomplete)
{
    /// <summary>Whether the hub of a region sends it as it shows it, with <c>c</c> for what it hides.</summary>
    public bool IsMasked { get; init; }
}

/// <param name="Line">Of the file, from 1 with the heading.</param>
public sealed record ReturnTableRow(int Line, IReadOnlyList<string> Cells);
