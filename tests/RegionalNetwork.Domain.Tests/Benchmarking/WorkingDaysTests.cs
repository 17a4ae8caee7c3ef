namespace RegionalNetwork.Domain.Tests.Benchmarking;

/// <summary>The evidence that the mapping states for 253 and 254 working days, counted again from the published rows.</summary>
public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2017, 253)]
    [InlineData(2020, 254)]
    [InlineData(2023, 253)]
    [InlineData(2024, 254)]
    public void Census_year_that_ends_in_a_leap_year_has_a_day_more(int year, int days) =>
        Assert.Equal(
            days,
            Csww.Mapping.Indicators.Single(definition => definition.Code == "CSW-09").WorkingDays!.In(year)
        );

    [Theory]
    [InlineData("2020", 254, 162, 162)]
    [InlineData("2020", 253, 146, 162)]
    [InlineData("2019", 253, 162, 162)]
    [InlineData("2019", 254, 149, 162)]
    [InlineData("2023", 253, 157, 160)]
    public void Published_rates_follow_it(string year, int days, int agreeing, int all)
    {
        var benchmarks = Csww.Published;
        var figures = benchmarks
            .Vintage.Areas.Select((_, area) => benchmarks.Vintage.FindRow(benchmarks.Vintage.FindPeriod(year), area, 0))
            .Where(row => row >= 0)
            .Select(row =>
                (
                    Lost: Number(row, "working_days_lost_fte"),
                    InPost: Number(row, "inpost_fte"),
                    Rate: Number(row, "absence_rate_fte")
                )
            )
            .Where(figure => figure is { Lost: not null, InPost: > 0, Rate: not null })
            .ToArray();

        Assert.Equal(all, figures.Length);
        Assert.Equal(
            agreeing,
            figures.Count(figure => Agrees(figure.Lost!.Value, figure.InPost!.Value, figure.Rate!.Value, days))
        );

        double? Number(int row, string name) =>
            benchmarks.Vintage.FigureAt(row, benchmarks.Vintage.FindIndicator(name)).Number;
    }

    /// <summary>Whether parts that round to the published ones can give a rate that rounds to the published one.</summary>
    private static bool Agrees(double lost, double inPost, double rate, int days)
    {
        const double Half = 0.05;
        const double Slack = Half + 1e-7;
        var least = (lost - Half) / ((inPost + Half) * days) * 100;
        var most = (lost + Half) / ((inPost - Half) * days) * 100;
        return rate >= least - Slack && rate <= most + Slack;
    }
}
