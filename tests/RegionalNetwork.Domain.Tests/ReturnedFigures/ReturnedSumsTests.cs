using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.ReturnedFigures;
using RegionalNetwork.Domain.Returns;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.ReturnedFigures.ReturnedSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>Sums over councils: of which returns they are, and whether they are there at all.</summary>
public sealed class ReturnedSumsTests
{
    [Fact]
    public void Coverage_counts_who_should_have_returned_in_the_area()
    {
        var column = FirstRound().Column(Viewer(PswOf(Coventry)), Rate);

        Assert.Equal((7, 14), CountsOf(column.RollupTo(OfWestMidlands)));
        Assert.Equal((7, column.Units.All.Length), CountsOf(column.RollupTo(England.Code)));
        Assert.Equal((6, 6), CountsOf(column.RollupTo(SixTogether.Find(WestMidlands)!)));
    }

    [Fact]
    public void What_is_for_the_network_goes_into_its_sum_and_into_no_wider_one()
    {
        var column = RoundOf(one => one.UnitKey is Solihull ? one with { Level = ReleaseLevel.Network } : one)
            .Column(Viewer(PswOf(Coventry)), Rate);

        Assert.Equal(6, column.RollupTo(England.Code)!.Coverage.Contributors);
        Assert.Equal(6, column.RollupTo(OfWestMidlands)!.Coverage.Contributors);
        Assert.Equal(6, column.RollupTo(SixTogether.Find(WestMidlands)!)!.Coverage.Contributors);
    }

    [Fact]
    public void Councils_without_one_part_are_in_the_sum_of_neither()
    {
        var none = new ReturnFigure(0, FigureStatus.NotAvailable, StatedQualifier.Exact);
        var sum = RoundOf(one => one.UnitKey is Coventry or Dudley or Sandwell ? one.WithLeavers(none) : one)
            .Column(Viewer(NationalOffice), Rate)
            .RollupTo(England.Code)!;

        Assert.Equal((4, 232m, 1380m), (sum.Coverage.Contributors, sum.Numerator, sum.Denominator));
    }

    [Fact]
    public void A_set_of_ones_own_is_of_five_councils_that_are_seen_by_name_or_more()
    {
        var column = FirstRound().Column(Viewer(PswOf(Coventry)), Rate);

        Assert.Equal(5, column.RollupOf(Seven)!.Coverage.Contributors);
        Assert.Null(column.RollupOf(Seven[..4]));
        Assert.Null(FirstRound().Column(Viewer(PswOf(Walsall)), Rate).RollupOf(Seven));
        Assert.Null(FirstRound().Column(Viewer(NationalOffice), Rate).RollupOf(Seven));
    }

    [Fact]
    public void A_sum_that_one_restatement_would_change_stands_and_says_so()
    {
        var restated = All(ReleaseLevel.Nation)
            .Select(one => one.UnitKey == Walsall ? Included(Walsall, one.Level, (181, 26), (100, 17), 2) : one);
        var sum = FirstRound()
            .With(Round(2, restated), SixTogether)
            .Column(Viewer(NationalOffice), Rate)
            .RollupTo(England.Code)!;

        Assert.Equal((385m, 2100m, true), (sum.Numerator, sum.Denominator, sum.IsSuperseded));
        Assert.False(FirstRound().Column(Viewer(NationalOffice), Rate).RollupTo(England.Code)!.IsSuperseded);
    }

    [Fact]
    public void Numerator_and_denominator_over_different_returns_are_no_sum()
    {
        // Three late councils of whom so few left that only the people in post can be added up with them.
        string[] late = [Solihull, Walsall, Birmingham];
        var first = Nothing.With(
            Round(1, All(ReleaseLevel.Nation).Where(one => !late.Contains(one.UnitKey))),
            SixTogether
        );
        var second = first.With(
            Round(
                2,
                All(ReleaseLevel.Nation)
                    .Select(one =>
                        late.Contains(one.UnitKey) ? Included(one.UnitKey, one.Level, (200, 1), (120, 1)) : one
                    )
            ),
            SixTogether
        );

        Assert.Equal(4, OfEngland(first)!.Coverage.Contributors);
        Assert.Null(OfEngland(second));

        static Rollup? OfEngland(ReturnedDirectory directory) =>
            directory.Column(Viewer(NationalOffice), Rate).RollupTo(England.Code);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(5, 5)]
    [InlineData(4, 7)]
    public void A_network_that_one_or_two_have_joined_is_summed_as_it_was_in_the_period_before(int before, int counted)
    {
        // Members of the first period; all seven are by the second.
        var first = Founded(Seven[..before]);
        var second = Seven[before..]
            .Aggregate(
                first,
                (networks, council) =>
                    networks.Apply(WestMidlands, new CouncilJoinedNetwork(council, new DateOnly(2022, 1, 1)))
            );
        var column = Nothing
            .With(Round(1, All(ReleaseLevel.Nation)), first)
            .With(Round(1, All(ReleaseLevel.Nation)) with { Period = "202223" }, second)
            .Column(Viewer(PswOf(Coventry), second, Parties, []), Rate);

        Assert.Equal((counted, 7), CountsOf(column.RollupTo(second.Find(WestMidlands)!)));
    }

    private static (int, int) CountsOf(Rollup? sum) => (sum!.Coverage.Contributors, sum.Coverage.Expected);
}
