using FsCheck;
using FsCheck.Fluent;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class WilsonIntervalTests
{
    /// <summary>A count and the total that it is a part of.</summary>
    private static readonly Gen<Proportion> Proportions =
        from total in Gen.Choose(1, 100_000)
        from count in Gen.Choose(0, total)
        select new Proportion(count, total);

    [Theory]
    [InlineData(81, 100, 0.722211546209356, 0.874852484902313, 0.664040685025409, 0.901913333861019)]
    [InlineData(72, 100, 0.625119712900788, 0.798603147888138, 0.566876727443494, 0.834768060153325)]
    [InlineData(57, 100, 0.472153895492123, 0.662667014758899, 0.417600971153926, 0.710195097626880)]
    [InlineData(105, 131, 0.725070418404562, 0.860802804051822, 0.675075542658278, 0.887003866591458)]
    [InlineData(0, 20, 0, 0.161125158052819, 0, 0.323170414624055)]
    [InlineData(20, 20, 0.838874841947181, 1, 0.676829585375945, 1)]
    [InlineData(1, 3, 0.0614919447203962, 0.792340399197952, 0.0298279281988915, 0.890487848940556)]
    public void Interval_is_as_worked_out(double x, double n, double low, double high, double lowest, double highest)
    {
        Oracle.Equal(low, high, WilsonInterval.Of(x, n, Oracle.Usual));
        Oracle.Equal(lowest, highest, WilsonInterval.Of(x, n, Oracle.Strict));
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(double.NaN, 10)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public void What_is_no_part_of_a_whole_has_no_interval(double count, double total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(count, total, Oracle.Usual));

    [Fact]
    public void Bounds_lie_within_0_and_1_around_the_proportion() =>
        Law.HoldsFor(
            Proportions,
            proportion =>
            {
                var interval = WilsonInterval.Of(proportion, Oracle.Usual);
                return interval is { Lower: >= 0, Upper: <= 1 } && interval.Contains(proportion.Value);
            }
        );

    [Fact]
    public void Interval_at_99_point_8_percent_holds_the_one_at_95_percent() =>
        Law.HoldsFor(
            Proportions,
            proportion =>
            {
                var wide = WilsonInterval.Of(proportion, Oracle.Strict);
                var narrow = WilsonInterval.Of(proportion, Oracle.Usual);
                return wide.Contains(narrow.Lower) && wide.Contains(narrow.Upper) && wide.Width > narrow.Width;
            }
        );

    [Fact]
    public void More_of_the_same_total_raises_both_bounds() =>
        Law.HoldsFor(
            Proportions,
            proportion =>
            {
                var less = WilsonInterval.Of(proportion.Count, proportion.Total + 1, Oracle.Usual);
                var more = WilsonInterval.Of(proportion.Count + 1, proportion.Total + 1, Oracle.Usual);
                return more.Lower > less.Lower && more.Upper > less.Upper;
            }
        );

    [Fact]
    public void Proportion_of_failures_has_the_mirrored_interval() =>
        Law.HoldsFor(
            Proportions,
            proportion =>
            {
                var ours = WilsonInterval.Of(proportion, Oracle.Usual);
                var theirs = WilsonInterval.Of(proportion.Total - proportion.Count, proportion.Total, Oracle.Usual);
                return Math.Abs(1 - ours.Upper - theirs.Lower) < 1e-12;
            }
        );
}
