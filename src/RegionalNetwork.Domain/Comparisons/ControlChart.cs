using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Comparisons;

/// <param name="From">First period of the signal.</param>
/// <param name="To">Last; the same where it is one.</param>
public sealed record ControlSignal(XmrSignalKind Kind, Period From, Period To);

/// <summary>What is usual variation in one council's monthly or quarterly series, and what is a signal; or why nobody can say.</summary>
/// <param name="Chart">Null where there is none; then <paramref name="Reason"/> says why.</param>
public sealed record ControlChart(XmrChart? Chart, IReadOnlyList<ControlSignal> Signals, string? Reason)
{
    public static ControlChart Of(Series series)
    {
        if (series.Definition.Entry is not { Frequency: CollectionFrequency.Monthly or CollectionFrequency.Quarterly })
        {
            return None("A control chart is drawn for figures that are collected each month or quarter.");
        }

        var lastBreak = series.Breaks.Count == 0 ? DateOnly.MinValue : series.Breaks[^1].Date;
        SeriesPoint[] points = [.. series.Points.Where(point => point.ReferenceDate >= lastBreak)];
        if (points.Length < Limits.ControlChartPointsMin)
        {
            return None($"A control chart needs {Limits.ControlChartPointsMin} points after the last break.");
        }

        if (points.Any(point => point.Figure.Value is null))
        {
            return None("A control chart needs a number in every period: one has none.");
        }

        var chart = XmrChart.Of([.. points.Select(point => point.Figure.Value!.Value)])!;
        return new ControlChart(
            chart,
            [
                .. chart.Signals.Select(signal => new ControlSignal(
                    signal.Kind,
                    points[signal.First].Period,
                    points[signal.Last].Period
                )),
            ],
            null
        );
    }

    private static ControlChart None(string because) => new(null, [], because);
}
