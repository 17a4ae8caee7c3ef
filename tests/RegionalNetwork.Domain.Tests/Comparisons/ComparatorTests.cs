using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Tests.Benchmarking;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class ComparatorTests
{
    private const string NorthNorthamptonshire = "E06000061";
    private const string WestNorthamptonshire = "E06000062";

    /// <summary>Sandwell, Stoke, Walsall, Hull, Rochdale, Coventry, Doncaster, Derby, Middlesbrough, North East Lincolnshire.</summary>
    private static readonly (string Code, double Value)[] NeighboursOfWolverhampton =
    [
        ("E08000028", 11.1),
        ("E06000021", 8.4),
        ("E08000030", 8.1),
        ("E06000010", 6.0),
        ("E08000005", 16.6),
        ("E08000026", 11.3),
        ("E08000017", 7.9),
        ("E06000015", 7.9),
        ("E06000002", 8.6),
        ("E06000012", 14.9),
    ];

    [Fact]
    public void Neighbours_have_a_median_and_a_mean_that_differ()
    {
        var column = Workforce2025.Turnover([(Wolverhampton, 10.8), .. NeighboursOfWolverhampton]);

        var answer = Neighbours(column, Wolverhampton, [.. NeighboursOfWolverhampton.Select(one => one.Code)]);

        Assert.Equal("Statistical neighbours (2025 model)", answer.Name);
        Assert.Equal(8.5, answer.Statistics!.Sample.Median!.Value, precision: 12);
        Assert.Equal(10.08, answer.Statistics.Sample.Mean!.Value, precision: 12);
        Assert.Equal((10, 10, null), (answer.Statistics.Count, answer.Statistics.Expected, answer.Note));
        Assert.Equal(8.5, answer.BenchmarkValue!.Value, precision: 12);
    }

    [Fact]
    public void A_neighbour_that_reports_jointly_is_not_counted_and_is_named()
    {
        var joint = $"{NorthNorthamptonshire} / {WestNorthamptonshire}";
        var column = Workforce2025.Turnover([(joint, 20), .. NeighboursOfWolverhampton]);
        string[] neighbours = [NorthNorthamptonshire, .. NeighboursOfWolverhampton.Skip(1).Select(one => one.Code)];

        var answer = Neighbours(column, Wolverhampton, neighbours);

        Assert.Equal(9, answer.Statistics!.Count);
        Assert.Equal("n = 9 of 10: North Northamptonshire reports jointly.", answer.Note);
    }

    [Fact]
    public void A_network_is_its_members_on_the_reference_date()
    {
        var column = Workforce2025.Turnover((Wolverhampton, 10), (Coventry, 12), (Dudley, 34));
        var networks = NetworkDirectory
            .Empty.Apply(
                WestMidlands,
                new NetworkFounded(WestMidlands, NetworkLevel.Regional, new("WM", ServiceScope.Both, null, null, []))
            )
            .Apply(WestMidlands, new CouncilJoinedNetwork(Wolverhampton, new DateOnly(2020, 1, 1)))
            .Apply(WestMidlands, new CouncilJoinedNetwork(Coventry, Workforce2025.CensusDay))
            .Apply(WestMidlands, new CouncilJoinedNetwork(Dudley, Workforce2025.CensusDay.AddDays(1)));
        var sources = Workforce2025.NoSources with { Networks = networks };

        var own = Comparators.Of(column, Csww.Council(Wolverhampton), ComparatorKind.Network, sources);
        var none = Comparators.Of(column, Csww.Council(Dudley), ComparatorKind.Network, sources);

        Assert.Equal(("WM", 2, 11.0), (own.Name, own.Statistics!.Expected, own.BenchmarkValue));
        Assert.Null(none.BenchmarkValue);
        Assert.StartsWith(
            "Dudley was in no regional network on 30 September 2025.",
            none.Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Councils_of_the_same_kind_are_compared()
    {
        var column = Workforce2025.Turnover((Wolverhampton, 10), (Coventry, 12), (Workforce2025.Hampshire, 40));

        var answer = Comparators.Of(
            column,
            Csww.Council(Wolverhampton),
            ComparatorKind.CouncilType,
            Workforce2025.NoSources
        );

        Assert.Equal("Metropolitan districts", answer.Name);
        Assert.Equal((2, 36, 11.0), (answer.Statistics!.Count, answer.Statistics.Expected, answer.BenchmarkValue));
    }

    [Fact]
    public void A_group_has_five_to_thirty_councils_of_the_register()
    {
        string[] all = [.. Csww.Register.Live.Select(council => council.Code)];

        Assert.Equal("GROUP_TOO_SMALL", CouncilGroup.Fault(all[..(Limits.CouncilsPerGroupMin - 1)])!.Code);
        Assert.Equal("GROUP_TOO_SMALL", CouncilGroup.Fault([.. Enumerable.Repeat(all[0], 9)])!.Code);
        Assert.Null(CouncilGroup.Fault(all[..Limits.CouncilsPerGroupMin]));
        Assert.Null(CouncilGroup.Fault(all[..Limits.CouncilsPerGroupMax]));
        Assert.Equal("TOO_MANY", CouncilGroup.Fault(all[..(Limits.CouncilsPerGroupMax + 1)])!.Code);
        Assert.Equal("COUNCIL_NOT_FOUND", CouncilGroup.Fault([.. all[..5], "336"])!.Code);
    }

    [Fact]
    public void What_was_not_imported_is_no_comparator_and_says_so()
    {
        var column = Workforce2025.Turnover((Wolverhampton, 10));
        var answer = Comparators.Of(
            column,
            Csww.Council(Wolverhampton),
            ComparatorKind.Neighbours,
            Workforce2025.NoSources
        );

        Assert.Null(answer.Statistics);
        Assert.Equal("No model of statistical neighbours was imported yet.", answer.Reason);
    }

    private static ComparatorAnswer Neighbours(BenchmarkColumn column, string council, string[] neighbours) =>
        Comparators.Of(
            column,
            Csww.Council(council),
            ComparatorKind.Neighbours,
            Workforce2025.NoSources with
            {
                Neighbours = Workforce2025.Neighbours(council, neighbours),
            }
        );
}
