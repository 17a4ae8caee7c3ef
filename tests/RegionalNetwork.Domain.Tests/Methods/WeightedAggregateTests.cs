using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class WeightedAggregateTests
{
    /// <summary>Leavers and in post by full-time equivalent, year to 30 September 2025: the South East network.</summary>
    private static readonly Contribution[] SouthEast =
    [
        Of(21.2m, 70.2m),
        Of(23.2m, 231.6m),
        Of(49m, 648.4m),
        Of(9.5m, 84m),
        Of(55.8m, 376.3m),
        Of(23.5m, 175.9m),
        Of(16.8m, 228.4m),
        Of(13.5m, 61m),
        Of(10.8m, 112.4m),
    ];

    [Fact]
    public void Region_is_sum_over_sum()
    {
        var aggregate = WeightedAggregate.Of(SouthEast, 100);

        Assert.Equal((223.3m, 1988.2m), (aggregate.Numerator, aggregate.Denominator));
        Oracle.Equal(11.2312644603159, aggregate.Value);
        Assert.Equal((9, 9, 1.0), (aggregate.Contributors, aggregate.Expected, aggregate.ShareOfDenominator));
    }

    [Fact]
    public void Typical_council_counts_each_council_once()
    {
        var published = SouthEast.Select(council =>
            Rounded(council.Numerator!.Value / council.Denominator!.Value * 100)
        );
        var sample = new SortedSample([.. published]);
        var aggregate = WeightedAggregate.Of(SouthEast, 100);

        Oracle.Equal(14.0444444444444, sample.Mean);
        Oracle.Equal(11.3, sample.Median);
        Assert.Equal(14.0444444444444, aggregate.TypicalMean!.Value, tolerance: 0.05);
        Oracle.Equal(9.5 / 84 * 100, aggregate.TypicalMedian);
    }

    [Theory]
    [InlineData(474.3, 4130.4, 100, 11.4831493317838)] // West Midlands, turnover by FTE; published 11.5.
    [InlineData(241, 2113, 100, 11.4055844770469)] // South East network, turnover by headcount.
    [InlineData(18919, 1183.9, 1, 15.9802348171298)] // South East network, caseload.
    [InlineData(37460, 2441.9, 1, 15.3405135345428)] // West Midlands, caseload.
    [InlineData(353.5, 2341.7, 100, 15.0958705214161)] // South East network, agency.
    [InlineData(674.3, 4804.7, 100, 14.0341748704394)] // West Midlands, vacancy.
    public void Sums_give_the_rate_worked_out(double numerator, double denominator, double multiplier, double value)
    {
        var half = Of((decimal)numerator / 2, (decimal)denominator / 2);

        Oracle.Equal(value, WeightedAggregate.Of([half, half], (decimal)multiplier).Value);
    }

    [Theory]
    [InlineData(303, 1993, 164, 100, 15.2032)] // North East 2022 without Gateshead; published 15.2.
    [InlineData(519.7, 3736.0, 760, 100, 13.9106)] // West Midlands agency 2024 without Birmingham; published 13.9.
    [InlineData(5795, 33525, 164, 100, 17.2856)] // England 2022; published 17.3.
    public void Council_without_a_numerator_leaves_both_sums(
        double numerator,
        double denominator,
        double unpaired,
        double multiplier,
        double value
    )
    {
        var aggregate = WeightedAggregate.Of(
            [Of(null, (decimal)unpaired), Of((decimal)numerator, (decimal)denominator)],
            (decimal)multiplier
        );

        Assert.Equal(value, Math.Round(aggregate.Value!.Value, 4));
        Assert.Equal([0], aggregate.LeftOut);
        Assert.Equal(1, aggregate.Contributors);
        Oracle.Equal(denominator / (denominator + unpaired), aggregate.ShareOfDenominator);
    }

    [Fact]
    public void Council_without_a_denominator_leaves_both_sums_and_its_share_is_not_known()
    {
        var aggregate = WeightedAggregate.Of([Of(5, null), Of(1, 10)], 100);

        Assert.Equal((1m, 10m, 10.0), (aggregate.Numerator, aggregate.Denominator, aggregate.Value));
        Assert.Equal(1.0, aggregate.ShareOfDenominator);
    }

    [Fact]
    public void Figures_carried_forward_count_and_are_named()
    {
        // London 2025: two councils sent nothing, and their headcounts of 2024 complete the published 6336.
        var aggregate = WeightedAggregate.Of(
            [Of(700, 5995), new Contribution(20, 189, true), new Contribution(15, 152, true)],
            100
        );

        Assert.Equal(6336m, aggregate.Denominator);
        Assert.Equal([1, 2], aggregate.CarriedForward);
        Assert.Equal(3, aggregate.Contributors);
    }

    [Fact]
    public void What_is_carried_forward_without_a_pair_is_only_left_out()
    {
        var aggregate = WeightedAggregate.Of([Of(1, 10), new Contribution(null, 189, true)], 100);

        Assert.Empty(aggregate.CarriedForward);
        Assert.Equal([1], aggregate.LeftOut);
    }

    [Fact]
    public void Nobody_s_aggregate_has_no_value()
    {
        var aggregate = WeightedAggregate.Of([Of(null, null), Of(0, 0)], 100);

        Assert.Null(aggregate.Value);
        Assert.Null(aggregate.ShareOfDenominator);
        Assert.Null(aggregate.TypicalMean);
        Assert.Equal((1, 2), (aggregate.Contributors, aggregate.Expected));
    }

    private static Contribution Of(decimal? numerator, decimal? denominator) => new(numerator, denominator, false);

    private static double Rounded(decimal value) => (double)DisplayNumber.Round((double)value, 1);
}
