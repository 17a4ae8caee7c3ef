using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;
using static RegionalNetwork.Domain.Tests.People;
using static RegionalNetwork.Domain.Tests.ReturnedFigures.ReturnedSamples;

namespace RegionalNetwork.Domain.Tests.ReturnedFigures;

/// <summary>The rate of one group over that of another, of what councils returned.</summary>
public sealed class TwoGroupsTests
{
    // Mixed 13 to 19 of 60 to 120, White 21 to 27 of 100 to 220, over seven councils and over the six of the network.
    private static readonly double OfAll = 112d / 630 / (168d / 1120);

    [Fact]
    public void A_sum_shows_both_groups_rounded_to_fives_and_the_ratio_of_what_is_raw()
    {
        var column = FirstRound().Column(Viewer(PswOf(Coventry)), TwoGroups);

        foreach (var area in new[] { England.Code, OfWestMidlands })
        {
            var sum = column.RollupTo(area)!;

            Assert.Equal((110m, 630m, 170m, 1120m), Parts(sum));
            Assert.Equal(OfAll, sum.Value!.Value, 1e-12);
            Assert.Equal(7, sum.Coverage.Contributors);
        }

        Assert.Equal((95m, 510m, 140m, 900m), Parts(column.RollupTo(SixTogether.Find(WestMidlands)!)!));
    }

    [Fact]
    public void Who_may_see_no_sums_sees_neither_group()
    {
        foreach (var caller in new[] { null, DataOfficerOf(Coventry), Operator })
        {
            var column = FirstRound().Column(Viewer(caller), TwoGroups);

            Assert.Null(column.RollupTo(England.Code));
            Assert.Null(column.RollupTo(SixTogether.Find(WestMidlands)!));
            Assert.Null(column.RollupOf(Seven));
        }
    }

    [Fact]
    public void A_set_of_ones_own_adds_up_all_four_parts_of_what_is_seen_by_name()
    {
        var column = FirstRound().Column(Viewer(PswOf(Coventry)), TwoGroups);
        var sum = column.RollupOf(Seven)!;

        // Coventry, Dudley, Sandwell and Solihull by the agreement, Wolverhampton released to everybody.
        Assert.Equal((13m + 14 + 15 + 16 + 18, 60m + 70 + 80 + 90 + 110), (sum.Numerator, sum.Denominator));
        Assert.Equal(
            (21m + 22 + 23 + 24 + 26, 100m + 120 + 140 + 160 + 200),
            (sum.ReferenceNumerator, sum.ReferenceDenominator)
        );
        Assert.Equal(76d / 410 / (116d / 720), sum.Value!.Value, 1e-12);
        Assert.Equal([Birmingham, Walsall], sum.Coverage.Missing.Select(missing => missing.Code));
    }

    [Fact]
    public void A_councils_ratio_has_all_parts_and_an_interval_and_a_hidden_one_has_none()
    {
        var column = WithSmallGroup().Column(Viewer(PswOf(Coventry)), TwoGroups);
        var (own, hidden) = (column.FigureOf(Coventry)!.Value, column.FigureOf(Sandwell)!.Value);

        Assert.Equal(13d / 60 / (21d / 100), own.Value!.Value, 1e-12);
        Assert.Equal((13, 60), (own.Numerator?.Value, own.Denominator?.Value));
        Assert.Equal((21, 100), (own.ReferenceNumerator?.Value, own.ReferenceDenominator?.Value));
        Assert.NotNull(column.Statistics.IntervalOf(column.Units.IndexOf(CouncilRegister.England.Find(Coventry)!)));
        Assert.Equal(new IndicatorFigure(null, null, null, null, FigureStatus.Confidential), hidden);
    }

    private static (decimal, decimal?, decimal?, decimal?) Parts(Rollup sum) =>
        (sum.Numerator, sum.Denominator, sum.ReferenceNumerator, sum.ReferenceDenominator);
}
