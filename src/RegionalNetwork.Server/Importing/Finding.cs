namespace RegionalNetwork.Server.Importing;

/// <summary>A fault or warning before it has a place: what is wrong with a value, wherever it occurs.</summary>
internal sealed record Finding(ImportSeverity Severity, string Code, string? Column, string? Value, string Message)
{
    public static Finding Fault(string code, string? column, string? value, string message) =>
        new(ImportSeverity.Fault, code, Safe(column), Safe(value), message);

    public static Finding Warning(string code, string? column, string? value, string message) =>
        new(ImportSeverity.Warning, code, Safe(column), Safe(value), message);

    public bool IsFault => Severity == ImportSeverity.Fault;

    private static string? Safe(string? text) => text is null ? null : SafeText.Of(text);
}
