using System.Globalization;
using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Cluster;

namespace RegionalNetwork.Performance.Day;

/// <summary>An answer, read to its end.</summary>
/// <param name="Body">Valid until the next request of the same worker.</param>
internal sealed record DayAnswer(int Status, ReadOnlyMemory<byte> Body, string? Tag, JournalPosition Position)
{
    /// <summary>As many files are being made as may be at once.</summary>
    private const string FilesAtOnce = "503 EXPORTS_BUSY";

    private const string Payload = "payload";
    private const string Problems = "problems";

    public static DayAnswer Of(HttpResponseMessage response, ReadOnlyMemory<byte> body) =>
        new(
            (int)response.StatusCode,
            body,
            response.Headers.ETag?.Tag,
            response.Headers.TryGetValues(PositionHeaders.Position, out var positions)
                ? new JournalPosition(long.Parse(positions.Single(), CultureInfo.InvariantCulture))
                : JournalPosition.Start
        );

    /// <summary>Whether a fault is a limit that the service has and says: who meets it is to come again.</summary>
    public static bool IsLimit(string fault) => fault == FilesAtOnce;

    /// <summary>The code of what is wrong with an answer that should be right; null where nothing is.</summary>
    public string? Fault()
    {
        if (Status == 304 || (Status == 200 && Body.Span.IndexOf("\"errors\":"u8) < 0))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(Body);
            return $"{Status} {FirstCode(document.RootElement) ?? "without a code"}";
        }
        catch (JsonException)
        {
            return $"{Status} without JSON";
        }
    }

    /// <summary>Of a mutation that its document calls <c>payload</c>: its own position, or the code of why it was refused.</summary>
    public (JournalPosition Position, string? Fault) Written()
    {
        if (Fault() is { } fault)
        {
            return (default, fault);
        }

        using var document = JsonDocument.Parse(Body);
        var payload = document.RootElement.GetProperty("data").GetProperty(Payload);
        return FirstCode(payload) is { } code
            ? (default, $"refused {code}")
            : (
                new JournalPosition(
                    long.Parse(payload.GetProperty("position").GetString()!, CultureInfo.InvariantCulture)
                ),
                null
            );
    }

    private static string? FirstCode(JsonElement element)
    {
        foreach (var name in (string[])["errors", "faults", Problems])
        {
            if (element.TryGetProperty(name, out var list) && list.GetArrayLength() > 0)
            {
                var first = list[0].TryGetProperty("extensions", out var more) ? more : list[0];
                return first.TryGetProperty("code", out var code) ? code.GetString() : null;
            }
        }

        return element.TryGetProperty("code", out var own) ? own.GetString() : null;
    }
}
