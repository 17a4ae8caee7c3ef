using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Server.Importing.Standard;

namespace RegionalNetwork.Server.Exports;

/// <summary>A cell of a file out: RFC 4180, and nothing that a spreadsheet would run.</summary>
internal static class CsvText
{
    /// <summary>
    /// An apostrophe stands before a text that a spreadsheet would take for a formula. A number never gets one: -1.5 stays a number,
    /// and a spreadsheet computes nothing from it. An import refuses such texts, so no file that came in has any.
    /// </summary>
    public static string Cell(string text)
    {
        var safe = IsRun(text) && !IsNumber(text) ? $"'{text}" : text;
        return safe.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static bool IsRun(string text) => TextRules.IsFormula(text) || text.StartsWith('\n');

    private static bool IsNumber(string text) => !char.IsWhiteSpace(text[0]) && !FigureText.Parse(text).IsFault;
}
