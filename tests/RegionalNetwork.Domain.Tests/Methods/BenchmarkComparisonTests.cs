using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class BenchmarkComparisonTests
{
    /// <summary>Leavers per hundred in post by headcount, England 2025.</summary>
    private static readonly BenchmarkValue England = new("E92000001", 100.0 * 4611 / 38292);

    private static readonly Interval Below = new(1, 2);
    private static readonly Interval Around = new(1, 20);
    private static readonly Interval Above = new(19, 20);

    [Theory]
    [InlineData(26, 239, ComparisonResult.Similar)] // Wolverhampton
    [InlineData(10, 90, ComparisonResult.Similar)] // Isle of Wight
    [InlineData(51, 149, ComparisonResult.MuchWorse)] // Dudley
    [InlineData(52, 686, ComparisonResult.MuchBetter)] // Hampshire
    [InlineData(23, 373, ComparisonResult.MuchBetter)] // Lincolnshire
    [InlineData(48, 399, ComparisonResult.Similar)] // Coventry
    [InlineData(5, 23, ComparisonResult.Similar)] // Rutland
    public void Turnover_of_a_council_is_judged_against_England(double leavers, double inPost, ComparisonResult result)
    {
        Oracle.Equal(12.0416797242244, England.Value);
        Assert.Equal(result, BenchmarkComparison.Compare(Turnover(leavers, inPost), England, Polarity.LowerIsBetter));
    }

    [Theory]
    [InlineData(Polarity.LowerIsBetter, ComparisonResult.MuchBetter, ComparisonResult.MuchWorse)]
    [InlineData(Polarity.HigherIsBetter, ComparisonResult.MuchWorse, ComparisonResult.MuchBetter)]
    [InlineData(Polarity.Neutral, ComparisonResult.MuchLower, ComparisonResult.MuchHigher)]
    public void Polarity_says_what_low_and_high_mean(Polarity polarity, ComparisonResult low, ComparisonResult high)
    {
        Assert.Equal(low, Compare(Below, Below, polarity));
        Assert.Equal(high, Compare(Above, Above, polarity));
        Assert.Equal(ComparisonResult.Similar, Compare(Around, Around, polarity));
    }

    [Theory]
    [InlineData(Polarity.LowerIsBetter, ComparisonResult.Better)]
    [InlineData(Polarity.HigherIsBetter, ComparisonResult.Worse)]
    [InlineData(Polarity.Neutral, ComparisonResult.Lower)]
    public void Difference_at_95_percent_alone_is_not_much(Polarity polarity, ComparisonResult result)
    {
        Assert.Equal(result, Compare(Below, Around, polarity));
        Assert.Equal(result, Compare(Below, null, polarity));
    }

    [Fact]
    public void Benchmark_on_the_bound_is_similar() =>
        Assert.Equal(
            ComparisonResult.Similar,
            Compare(new Interval(England.Value!.Value, 20), null, Polarity.LowerIsBetter)
        );

    [Theory]
    [InlineData(Polarity.LowerIsBetter)]
    [InlineData(Polarity.Neutral)]
    public void Without_an_interval_nothing_is_compared(Polarity polarity) =>
        Assert.Equal(ComparisonResult.NotCompared, Compare(null, Below, polarity));

    [Fact]
    public void No_area_is_compared_with_itself_or_with_nothing()
    {
        var figure = new ComparedFigure("E10000014", Below, Below);

        Assert.Equal(
            ComparisonResult.NotCompared,
            BenchmarkComparison.Compare(figure, new BenchmarkValue("E10000014", 12), Polarity.LowerIsBetter)
        );
        Assert.Equal(
            ComparisonResult.NotCompared,
            BenchmarkComparison.Compare(figure, England with { Value = null }, Polarity.LowerIsBetter)
        );
    }

    [Theory]
    [InlineData(0.2, 0.9, ComparisonResult.Worse)]
    [InlineData(1.1, 5.6, ComparisonResult.Worse)]
    [InlineData(0.26, 1.09, ComparisonResult.Similar)]
    public void Away_from_parity_is_worse_either_way(double lower, double upper, ComparisonResult result) =>
        Assert.Equal(
            result,
            BenchmarkComparison.CompareWithParity(new ComparedFigure("E10000014", new Interval(lower, upper), null))
        );

    [Fact]
    public void Far_from_parity_is_much_worse_and_no_interval_is_not_compared()
    {
        Assert.Equal(
            ComparisonResult.MuchWorse,
            BenchmarkComparison.CompareWithParity(new ComparedFigure("E10000014", Above, Above))
        );
        Assert.Equal(
            ComparisonResult.NotCompared,
            BenchmarkComparison.CompareWithParity(new ComparedFigure("E10000014", null, null))
        );
    }

    [Fact]
    public void Polarity_without_a_rule_is_not_taken_for_neutral() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Compare(Below, Below, (Polarity)int.MaxValue));

    private static ComparisonResult Compare(Interval? usual, Interval? strict, Polarity polarity) =>
        BenchmarkComparison.Compare(new ComparedFigure("E10000014", usual, strict), England, polarity);

    private static ComparedFigure Turnover(double leavers, double inPost) =>
        new(
            "E08000031",
            PoissonInterval.OfRate(leavers, inPost, 100, Oracle.Usual),
            PoissonInterval.OfRate(leavers, inPost, 100, Oracle.Strict)
        );
}
