using System.Globalization;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// The access log of one council as CSV (RFC 4180), with what each column means in lines that begin with <c>#</c>. No cell can be
/// taken for a formula: https://owasp.org/www-community/attacks/CSV_Injection.
/// </summary>
internal static class AccessCsv
{
    private static readonly (string Name, string Meaning, Func<AccessEntry, string> Value)[] Columns =
    [
        ("position", "place in the access log; ascending", entry => entry.Position.ToString()),
        ("read_at", "when it was read, in UTC", entry => Time(entry.Record.At)),
        ("reader", "code of the person who read; local: for somebody at the machine", entry => entry.Record.Reader),
        ("on_behalf_of", "code of the person whose deputy the reader was", entry => entry.Record.OnBehalfOf ?? ""),
        ("council", "ONS code of the council whose data was read", entry => entry.Record.Council),
        (
            "subject",
            $"global id or kind of what was read; {RequestRecords.AndMore}N for N more things that one request read",
            entry => entry.Record.Subject
        ),
        (
            "purpose",
            $"{nameof(AccessPurpose.SharingAgreement)} or {nameof(AccessPurpose.BreakGlass)} (an operator's emergency access)",
            entry => entry.Record.Purpose.ToString()
        ),
        ("reason", "the reader's own words; always there with break-glass", entry => entry.Record.Reason ?? ""),
        ("request_id", "the same for all that one request read", entry => entry.Record.RequestId),
    ];

    public static async Task WriteHeaderAsync(TextWriter output)
    {
        foreach (var (name, meaning, _) in Columns)
        {
            await output.WriteAsync($"# {name}: {meaning}\r\n");
        }

        await output.WriteAsync(string.Join(',', Columns.Select(column => column.Name)) + "\r\n");
    }

    public static Task WriteAsync(TextWriter output, AccessEntry entry) =>
        output.WriteAsync(string.Join(',', Columns.Select(column => Cell(column.Value(entry)))) + "\r\n");

    /// <summary>An apostrophe before what a spreadsheet would compute, quotes around what CSV would split.</summary>
    public static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '#', ..] ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n")
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    private static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
