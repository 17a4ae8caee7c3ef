using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class TrendTests
{
    /// <summary>Leavers and in post by headcount, 2021 to 2025.</summary>
    public static TheoryData<string, double[], double[], double, double, TrendMarker> Turnover =>
        new()
        {
            {
                "England",
                [5388, 5796, 5640, 5073, 4611],
                [34620, 33689, 35199, 36402, 38292],
                -1.07200847978692,
                292.633209012742,
                TrendMarker.GettingBetter
            },
            {
                "Lincolnshire",
                [54, 48, 35, 27, 23],
                [316, 291, 311, 334, 373],
                -2.95363256103228,
                24.2588051827853,
                TrendMarker.GettingBetter
            },
            {
                "Wolverhampton",
                [23, 28, 34, 22, 26],
                [215, 223, 224, 230, 239],
                -0.288035730649532,
                0.154806758380977,
                TrendMarker.NoChange
            },
            {
                "Coventry",
                [59, 67, 59, 67, 48],
                [336, 376, 387, 389, 399],
                -1.30106293070259,
                3.86466373469220,
                TrendMarker.NoChange
            },
        };

    /// <summary>Vaccination coverage in Yorkshire, from the source's own tests.</summary>
    private static readonly TrendPoint[] Coverage =
    [
        new(92.6254, new Interval(92.4168, 92.8288)),
        new(92.3221, new Interval(92.1072, 92.5315)),
        new(90.8708, new Interval(90.6358, 91.1004)),
        new(90.017, new Interval(89.7694, 90.2594)),
        new(90.1013, new Interval(89.8578, 90.3396)),
    ];

    [Theory]
    [MemberData(nameof(Turnover))]
    public void Turnover_has_the_trend_worked_out(
        string council,
        double[] leavers,
        double[] inPost,
        double slope,
        double chiSquared,
        TrendMarker marker
    )
    {
        var trend = Trend.Of([.. leavers.Zip(inPost, Oracle.Leavers)], Polarity.LowerIsBetter);

        Assert.True(trend.Marker == marker, council);
        Oracle.Equal(slope, trend.Slope);
        Oracle.Equal(chiSquared, trend.ChiSquared);
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, TrendMarker.GettingWorse)]
    [InlineData(Polarity.LowerIsBetter, TrendMarker.GettingBetter)]
    [InlineData(Polarity.Neutral, TrendMarker.Decreasing)]
    public void Published_series_falls_and_polarity_says_what_that_means(Polarity polarity, TrendMarker marker)
    {
        var trend = Trend.Of(Coverage, polarity);

        Assert.Equal(marker, trend.Marker);
        Oracle.Equal(-0.740510731561806, trend.Slope);
        Oracle.Equal(418.536568531225, trend.ChiSquared);
    }

    [Theory]
    [InlineData(Polarity.HigherIsBetter, TrendMarker.GettingBetter)]
    [InlineData(Polarity.LowerIsBetter, TrendMarker.GettingWorse)]
    [InlineData(Polarity.Neutral, TrendMarker.Increasing)]
    public void Audits_judged_good_increase(Polarity polarity, TrendMarker marker)
    {
        var audits = new[] { 57, 60, 72, 76, 81 }.Select(good => new TrendPoint(
            good,
            WilsonInterval.Of(good, 100, Oracle.Usual).Times(100)
        ));

        var trend = Trend.Of([.. audits], polarity);

        Assert.Equal(marker, trend.Marker);
        Oracle.Equal(6.32249622704767, trend.Slope);
        Oracle.Equal(20.7272761901314, trend.ChiSquared);
    }

    [Fact]
    public void Only_the_latest_five_points_count()
    {
        TrendPoint[] longer = [new(10, new Interval(9, 11)), .. Coverage];

        Assert.Equal(Trend.Of(Coverage, Polarity.Neutral), Trend.Of(longer, Polarity.Neutral));
    }

    [Fact]
    public void Trend_that_one_point_makes_is_no_change()
    {
        // Falls slowly, but for one point that is much higher: without it the slope turns.
        var points = new[] { 10.4, 10.3, 10.2, 10.1, 30 }.Select(value => new TrendPoint(
            value,
            new Interval(value - 0.5, value + 0.5)
        ));

        var trend = Trend.Of([.. points], Polarity.Neutral);

        Assert.True(trend.ChiSquared > 9.55);
        Assert.Equal(TrendMarker.NoChange, trend.Marker);
    }

    [Fact]
    public void Four_points_are_too_few()
    {
        var trend = Trend.Of(Coverage.AsSpan(0, 4), Polarity.Neutral);

        Assert.Equal(TrendMarker.CannotBeCalculated, trend.Marker);
        Assert.Null(trend.Slope);
        Assert.Null(trend.ChiSquared);
    }

    [Fact]
    public void Point_without_a_width_has_no_weight_to_give()
    {
        TrendPoint[] points = [.. Coverage[..4], new(90, new Interval(90, 90))];

        Assert.Equal(TrendMarker.CannotBeCalculated, Trend.Of(points, Polarity.Neutral).Marker);
    }
}
