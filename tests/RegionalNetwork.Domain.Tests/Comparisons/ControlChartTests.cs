using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Tests.Benchmarking;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Comparisons;

public sealed class ControlChartTests
{
    private static readonly double[] Months = [17.6, 18.2, 16.9, 17.4, 18.8, 17.1, 16.5, 19.9];

    [Fact]
    public void A_monthly_series_has_limits()
    {
        var chart = ControlChart.Of(SeriesOf(CollectionFrequency.Monthly, Months));

        Assert.Equal(17.8, chart.Chart!.Mean, precision: 12);
        Assert.Equal(14.19, chart.Chart.Limits.Lower, precision: 12);
        Assert.Equal(21.41, chart.Chart.Limits.Upper, precision: 12);
        Assert.Equal(4.43378571428571, chart.Chart.MovingRangeUpper, precision: 10);
        Assert.Empty(chart.Signals);
    }

    [Fact]
    public void A_signal_is_named_by_its_period()
    {
        var chart = ControlChart.Of(SeriesOf(CollectionFrequency.Quarterly, [.. Months, 40]));

        Assert.Contains(chart.Signals, signal => signal.From.Code == "8" || signal.To.Code == "8");
    }

    [Fact]
    public void A_yearly_and_a_short_series_say_why_they_have_none()
    {
        Assert.Contains(
            "each month",
            ControlChart.Of(SeriesOf(CollectionFrequency.Annual, Months)).Reason!,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "needs 8 points",
            ControlChart.Of(SeriesOf(CollectionFrequency.Monthly, Months[1..])).Reason!,
            StringComparison.Ordinal
        );
    }

    private static Series SeriesOf(CollectionFrequency frequency, double[] values)
    {
        var census = Csww.Mapping.Indicators[0];
        var definition = census with { Entry = census.Entry! with { Frequency = frequency } };
        var council = Csww.Council(Coventry);
        var unit = new ReportingUnit(council.Code, council.Name, [council], null);
        return new Series(
            council,
            definition,
            [
                .. values.Select(
                    (value, month) =>
                        new SeriesPoint(
                            new Period($"{month}", "Month"),
                            new DateOnly(2024, 1, 31).AddMonths(month),
                            1,
                            unit,
                            new IndicatorFigure(null, null, value, null, FigureStatus.Value)
                        )
                ),
            ],
            []
        );
    }
}
