using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Domain.Tests.Benchmarking;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class PositionTests
{
    /// <summary>Turnover by full-time equivalents in the year to 30 September 2025 of the nine councils of the South East network.</summary>
    private static readonly (string Code, double Value)[] SouthEastNine =
    [
        ("E06000036", 30.2),
        ("E06000060", 10.0),
        ("E10000014", 7.6),
        ("E06000046", 11.3),
        ("E10000025", 14.8),
        ("E06000044", 13.4),
        ("E06000045", 7.4),
        ("E06000040", 22.1),
        ("E06000041", 9.6),
    ];

    [Theory]
    [InlineData("E06000045", 1, 1)]
    [InlineData("E10000014", 2, 1)]
    [InlineData("E06000041", 3, 2)]
    [InlineData("E06000060", 4, 2)]
    [InlineData("E06000046", 5, 3)]
    [InlineData("E06000044", 6, 3)]
    [InlineData("E10000025", 7, 4)]
    [InlineData("E06000040", 8, 4)]
    [InlineData("E06000036", 9, 5)]
    public void Quintiles_of_the_nine_are_those_of_Fingertips(string council, int rank, int quintile)
    {
        var column = Workforce2025.Turnover(SouthEastNine);
        var position = Of(column, council, [.. SouthEastNine.Select(one => one.Code)])!.Value;

        Assert.Equal((rank, 9, (int?)quintile), (position.Rank, position.Of, position.Quintile));
        Assert.Equal(quintile is 1 or 5, position.IsExtreme);
    }

    [Fact]
    public void Equal_values_share_the_better_place()
    {
        var column = Workforce2025.Turnover(("E06000036", 5), ("E06000060", 5), ("E10000014", 4), ("E06000046", 9));
        string[] set = ["E06000036", "E06000060", "E10000014", "E06000046"];

        Assert.Equal(new Position(2, 4, true, null, QuartileBand.B), Of(column, "E06000036", set));
        Assert.Equal(new Position(1, 4, false, null, QuartileBand.A), Of(column, "E10000014", set));
        Assert.Equal(new Position(4, 4, false, null, QuartileBand.D), Of(column, "E06000046", set));
        Assert.Null(Of(column, "E06000041", set));
    }

    private static Position? Of(BenchmarkColumn column, string council, string[] set) =>
        Position.In(column, column.Units.IndexOf(Csww.Council(council)), column.Statistics.OverSet(set));
}
