using System.Globalization;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Tests.Benchmarking;
using RegionalNetwork.Domain.Tests.Publications;

namespace RegionalNetwork.Domain.Tests.Comparisons;

/// <summary>Census figures of the year to 30 September 2025, as published, for the councils that an example needs.</summary>
internal static class Workforce2025
{
    public const string IsleOfWight = "E06000046";
    public const string Hampshire = "E10000014";

    public static readonly DateOnly CensusDay = new(2025, 9, 30);

    public static ComparatorSources NoSources { get; } =
        new(NetworkDirectory.Empty, null, NeighbourDirectory.Empty, null, []);

    /// <summary>CSW-02, leavers for every hundred people in post: four councils of the examples, and the rest of England spread
    /// over the others so that England is 4611 of 38292.</summary>
    public static BenchmarkColumn Headcount()
    {
        (string Code, int Leavers, int InPost)[] named =
        [
            (People.Wolverhampton, 26, 239),
            (IsleOfWight, 10, 90),
            (People.Dudley, 51, 149),
            (Hampshire, 52, 686),
        ];
        Council[] others =
        [
            .. CouncilRegister.England.LiveOn(CensusDay).Where(council => named.All(one => one.Code != council.Code)),
        ];
        var builder = new DataSetBuilder([], "leavers_headcount", "inpost_headcount");
        foreach (var (code, leavers, inPost) in named)
        {
            Row(builder, code, leavers, inPost);
        }

        foreach (var other in others[1..])
        {
            Row(builder, other.Code, 1, 10);
        }

        Row(
            builder,
            others[0].Code,
            4611 - named.Sum(one => one.Leavers) - (others.Length - 1),
            38292 - named.Sum(one => one.InPost) - (10 * (others.Length - 1))
        );
        return Csww.Of(builder.Build()).Column("CSW-02", "2025");
    }

    /// <summary>CSW-01 with these values as its values: so many leavers of a hundred in post.</summary>
    public static BenchmarkColumn Turnover(params (string Code, double Value)[] values)
    {
        var builder = new DataSetBuilder([], "leavers_fte", "inpost_fte");
        foreach (var (code, value) in values)
        {
            builder.Row("2025", DataSetBuilder.Council(code, code), Text(value), "100");
        }

        return Csww.Of(builder.Build()).Column("CSW-01", "2025");
    }

    public static NeighbourDirectory Neighbours(string council, params string[] neighbours) =>
        NeighbourDirectory.Empty.Apply(
            "2025",
            new NeighboursImported(
                "2025",
                1,
                "Neighbours",
                "A source",
                DateTimeOffset.UnixEpoch,
                [new NeighbourSet(council, [.. neighbours.Select(code => new Neighbour(code, null))])]
            )
        );

    private static void Row(DataSetBuilder builder, string code, int leavers, int inPost) =>
        builder.Row("2025", DataSetBuilder.Council(code, code), Text(leavers), Text(inPost));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
