using FsCheck.Fluent;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class FunnelLimitsTests
{
    /// <summary>Audits judged good in six councils, A to F.</summary>
    private static readonly Proportion[] Audits =
    [
        new(81, 100),
        new(33, 60),
        new(45, 50),
        new(96, 160),
        new(70, 80),
        new(28, 40),
    ];

    [Theory]
    [InlineData(10, 0.561543440730114, 1, 0.420325906409457, 1)]
    [InlineData(598, 0.774757651667810, 0.838091308332190, 0.756496085030555, 0.856352874969445)]
    public void Limits_are_those_of_the_published_funnel(
        double total,
        double low,
        double high,
        double lowest,
        double highest
    )
    {
        var limits = FunnelLimits.At(0.80642448, total);

        Oracle.Equal(low, high, limits.Percent95);
        Oracle.Equal(lowest, highest, limits.Percent99Point8);
    }

    [Fact]
    public void Baseline_of_a_funnel_is_pooled_and_not_a_mean()
    {
        Oracle.Equal(0.720408163265306, Proportion.Pooled(Audits).Value);
        Oracle.Equal(73.9166666666667, Audits.Average(council => 100 * council.Value));
    }

    [Fact]
    public void Councils_lie_where_the_example_has_them()
    {
        var baseline = Proportion.Pooled(Audits).Value;

        Assert.Equal(
            [
                FunnelBand.High0025,
                FunnelBand.Low0025,
                FunnelBand.High0025,
                FunnelBand.Low0001,
                FunnelBand.High0025,
                FunnelBand.NotSignificant,
            ],
            Audits.Select(council => FunnelLimits.Classify(council, baseline))
        );
    }

    [Fact]
    public void Limits_of_the_example_are_as_worked_out()
    {
        var baseline = Proportion.Pooled(Audits).Value;

        Oracle.Equal(0.808371085205753, FunnelLimits.At(baseline, 100).Percent95.Upper);
        Oracle.Equal(0.610764713028796, FunnelLimits.At(baseline, 160).Percent99Point8.Lower);
        Oracle.Equal(0.875467417615158, FunnelLimits.At(baseline, 80).Percent99Point8.Upper);
    }

    [Fact]
    public void Far_above_the_baseline_is_beyond_the_outer_limit() =>
        Assert.Equal(FunnelBand.High0001, FunnelLimits.Classify(new Proportion(100, 100), 0.5));

    [Fact]
    public void Area_is_beyond_a_limit_exactly_where_its_Wilson_interval_leaves_out_the_baseline() =>
        Law.HoldsFor(
            (
                from total in Gen.Choose(1, 2_000)
                from count in Gen.Choose(0, total)
                from baseline in Gen.Choose(1, 9_998)
                select (Area: new Proportion(count, total), Baseline: (baseline + 0.5) / 10_000)
            ),
            drawn =>
                FunnelLimits.Classify(drawn.Area, drawn.Baseline)
                == (Side(drawn, Oracle.Usual), Side(drawn, Oracle.Strict)) switch
                {
                    (-1, -1) => FunnelBand.Low0001,
                    (-1, _) => FunnelBand.Low0025,
                    (1, 1) => FunnelBand.High0001,
                    (1, _) => FunnelBand.High0025,
                    _ => FunnelBand.NotSignificant,
                }
        );

    [Theory]
    [InlineData(-0.1, 10)]
    [InlineData(1.1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.5, 0)]
    public void No_funnel_stands_on_what_is_no_proportion(double baseline, double total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FunnelLimits.At(baseline, total));

    private static int Side((Proportion Area, double Baseline) drawn, ConfidenceLevel level) =>
        WilsonInterval.Of(drawn.Area, level).SideOf(drawn.Baseline);
}
