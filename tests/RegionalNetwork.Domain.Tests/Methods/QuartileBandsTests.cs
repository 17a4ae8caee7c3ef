using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class QuartileBandsTests
{
    /// <summary>Turnover 2025 by full-time equivalent in the West Midlands' fourteen: the published quartiles, ends and mean are
    /// met; values between them are filled in.</summary>
    private static readonly double[] WestMidlands =
    [
        8.1,
        8.4,
        8.5,
        8.9,
        8.9,
        9.9,
        10.8,
        11.1,
        11.3,
        12.3,
        12.3,
        14.0,
        18.6,
        34.9,
    ];

    [Fact]
    public void Quantiles_are_those_worked_out()
    {
        var sample = new SortedSample(WestMidlands);

        Assert.Equal(8.1, sample.Quantile(0));
        Assert.Equal(new QuartileBands(8.9, 10.95, 12.3), QuartileBands.Over(sample));
        Assert.Equal(34.9, sample.Quantile(1));
        Oracle.Equal(12.7142857142857, sample.Mean);
    }

    [Theory]
    [InlineData(10.8, QuartileBand.B)] // Wolverhampton
    [InlineData(34.9, QuartileBand.D)] // Dudley
    [InlineData(8.1, QuartileBand.A)]
    [InlineData(8.9, QuartileBand.A)] // On the cut point.
    [InlineData(12.3, QuartileBand.C)]
    public void Lowest_quarter_is_best_where_lower_is_better(double value, QuartileBand band) =>
        Assert.Equal(band, BandOf(value, Polarity.LowerIsBetter));

    [Theory]
    [InlineData(34.9, QuartileBand.A)]
    [InlineData(12.3, QuartileBand.B)] // On the cut point: it still belongs below.
    [InlineData(10.8, QuartileBand.C)]
    [InlineData(8.9, QuartileBand.D)]
    public void Highest_quarter_is_best_where_higher_is_better(double value, QuartileBand band) =>
        Assert.Equal(band, BandOf(value, Polarity.HigherIsBetter));

    [Fact]
    public void Neutral_indicator_has_no_bands() => Assert.Null(BandOf(10.8, Polarity.Neutral));

    [Theory]
    [InlineData(9.5, QuartileBand.A)]
    [InlineData(11.75, QuartileBand.B)]
    [InlineData(15.25, QuartileBand.C)]
    [InlineData(15.3, QuartileBand.D)]
    public void England_s_cut_points_belong_to_the_better_band(double value, QuartileBand band) =>
        Assert.Equal(band, new QuartileBands(9.5, 11.75, 15.25).BandOf(value, Polarity.LowerIsBetter));

    private static QuartileBand? BandOf(double value, Polarity polarity) =>
        QuartileBands.Over(new SortedSample(WestMidlands))!.Value.BandOf(value, polarity);
}
