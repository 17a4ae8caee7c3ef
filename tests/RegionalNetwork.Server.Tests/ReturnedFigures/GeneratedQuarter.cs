using System.Globalization;
using RegionalNetwork.Server.Tests.Returns;

namespace RegionalNetwork.Server.Tests.ReturnedFigures;

/// <summary>Assignments and breaches that made-up returns of one quarter report, by chance: small ones in many cells.</summary>
/// <param name="period">Code of the quarter: <c>202324-Q2</c>.</param>
internal sealed class GeneratedQuarter(string period, Random random)
{
    public static readonly string[] Fields = ["assignments", "assignments_in_breach"];

    public static readonly string[] JobTypes =
    [
        "Social worker",
        "Senior social worker",
        "Advanced practitioner",
        "Team manager",
        "Other social work role",
        "Total",
    ];

    /// <summary>In the first quarter of a year nearly everything is small, in the third nearly nothing: so some sums are shown.</summary>
    private readonly double _scale = Math.Pow(10, 0.7 + (0.9 * ((period[^1] - '1') % 3)) + (random.NextDouble() * 0.5));

    public string Period => period;

    /// <summary>Figures by council, version and field; a version for each job type.</summary>
    public Dictionary<(string Council, int Version, string Field), double?[]> Cells { get; } = [];

    /// <summary>Number of the newest version of each council's return that is not withdrawn.</summary>
    public Dictionary<string, int> Current { get; } = [];

    /// <summary>What <see cref="Current"/> was after each round before.</summary>
    public List<IReadOnlyDictionary<string, int>> History { get; } = [];

    /// <summary>A table for another version of the council's return.</summary>
    public string NextTable(string council, string name)
    {
        var version =
            1 + Cells.Keys.Where(key => key.Council == council).Select(key => key.Version).DefaultIfEmpty().Max();
        var size = _scale * (0.3 + (random.NextDouble() * 2));
        var assignments = new double?[JobTypes.Length];
        var breaches = new double?[JobTypes.Length];
        for (var type = 0; type < JobTypes.Length - 1; type++)
        {
            assignments[type] = Math.Round(size * random.NextDouble());
            breaches[type] = Math.Round(assignments[type]!.Value * Math.Pow(random.NextDouble(), 2));
        }

        assignments[^1] = assignments[..^1].Sum();
        breaches[^1] = breaches[..^1].Sum();
        Cells[(council, version, Fields[0])] = assignments;
        Cells[(council, version, Fields[1])] = breaches;
        Current[council] = version;
        return TableOf(council, name, assignments, breaches);
    }

    private string TableOf(string council, string name, double?[] assignments, double?[] breaches)
    {
        var (digits, quarter) = (period[..^3], period[^2..]);
        var rows = JobTypes.Select(
            (type, index) =>
                $"{digits},Financial year {quarter},{council},\"{name}\",{type},{Text(assignments[index])},0,{Text(breaches[index])},0,0,0,0,0,{(type == "Total" ? "0" : "z")}"
        );
        return string.Join('\n', rows.Prepend(AgencyReturns.Heading)) + "\n";
    }

    private static string Text(double? value) => value!.Value.ToString(CultureInfo.InvariantCulture);
}
