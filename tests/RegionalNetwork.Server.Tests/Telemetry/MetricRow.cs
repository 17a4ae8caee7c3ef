using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>A row of the table in <c>deploy/observability/README.md</c>.</summary>
internal sealed record MetricRow(string Name, string Kind, string Unit, IReadOnlyList<string> Attributes)
{
    /// <summary>Every metric of our own.</summary>
    public static IReadOnlyList<MetricRow> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "deploy/observability/README.md"))
            .Where(line => line.StartsWith($"| `{Instruments.Own}", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
            .Select(cells => new MetricRow(
                cells[0].Trim('`'),
                cells[1],
                cells[2],
                [.. cells[3].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim(' ', '`'))]
            )),
    ];
}
