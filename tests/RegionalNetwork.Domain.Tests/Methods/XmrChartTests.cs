using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Tests.Methods;

public sealed class XmrChartTests
{
    private static readonly double[] Caseloads = [17.6, 18.2, 16.9, 17.4, 18.8, 17.1, 16.5, 19.9];

    [Fact]
    public void Limits_are_those_worked_out()
    {
        var chart = XmrChart.Of(Caseloads)!;

        Oracle.Equal(17.8, chart.Mean);
        Oracle.Equal(1.35714285714286, chart.MeanMovingRange);
        Oracle.Equal(14.19, 21.41, chart.Limits);
        Oracle.Equal(4.43378571428571, chart.MovingRangeUpper);
        Assert.Empty(chart.Signals);
    }

    [Fact]
    public void Point_beyond_a_limit_is_a_signal_and_so_are_the_steps_to_and_from_it()
    {
        double[] points = [10, 11, 10, 11, 10, 11, 10, 11, 30, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10];

        Assert.Equal(
            [
                new XmrSignal(XmrSignalKind.OutsideLimits, 8, 8),
                new XmrSignal(XmrSignalKind.LargeMovingRange, 7, 8),
                new XmrSignal(XmrSignalKind.LargeMovingRange, 8, 9),
            ],
            XmrChart.Of(points)!.Signals.Where(signal => signal.Kind != XmrSignalKind.RunOnOneSide)
        );
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 2)]
    public void Eight_in_a_row_on_one_side_are_a_signal(int run, int signals)
    {
        double[] points = [.. Enumerable.Repeat(1.0, run), .. Enumerable.Repeat(2.0, run)];

        Assert.Equal(signals, XmrChart.Of(points)!.Signals.Count(signal => signal.Kind == XmrSignalKind.RunOnOneSide));
    }

    [Fact]
    public void Longer_run_is_one_signal_from_its_first_point_to_its_last()
    {
        double[] points = [.. Enumerable.Repeat(1.0, 10), .. Enumerable.Repeat(2.0, 10)];
        var runs = XmrChart.Of(points)!.Signals.Where(signal => signal.Kind == XmrSignalKind.RunOnOneSide);

        Assert.Equal([(0, 9), (10, 19)], runs.Select(run => (run.First, run.Last)));
    }

    [Fact]
    public void Point_on_the_mean_ends_a_run()
    {
        double[] points = [1, 1, 1, 1, 2, 1, 1, 1, 1, 3, 3, 3, 3, 2, 3, 3, 3, 3];

        Assert.DoesNotContain(XmrChart.Of(points)!.Signals, signal => signal.Kind == XmrSignalKind.RunOnOneSide);
    }

    [Fact]
    public void Series_without_variation_has_no_signal() =>
        Assert.Empty(XmrChart.Of([5, 5, 5, 5, 5, 5, 5, 5, 5])!.Signals);

    [Fact]
    public void One_point_makes_no_chart()
    {
        Assert.Null(XmrChart.Of([17.6]));
        Assert.NotNull(XmrChart.Of([17.6, 18.2]));
    }
}
