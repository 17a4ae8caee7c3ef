using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>The recent trend of a yearly series, or why there is none.</summary>
/// <param name="From">Reference date of the first of the five points; null where it cannot be calculated.</param>
/// <param name="Reason">A sentence where it cannot be calculated; otherwise null.</param>
public sealed record SeriesTrend(Trend Trend, DateOnly? From, DateOnly? To, string? Reason)
{
    private const int Points = 5;

    /// <summary>Of the last five points that are a year apart and lie after the last break.</summary>
    public static SeriesTrend Of(Series series)
    {
        var lastBreak = series.Breaks.Count == 0 ? DateOnly.MinValue : series.Breaks[^1].Date;
        var points = new List<(DateOnly Date, double? Value, FigureInterval? Interval)>();
        foreach (var point in series.Points)
        {
            if (point.ReferenceDate >= lastBreak)
            {
                points.Add(
                    (point.ReferenceDate, point.Figure.Value, FigureInterval.Of(series.Definition, point.Figure))
                );
            }
        }

        return Of(series.Definition, points, series.Points.Count >= Points);
    }

    /// <summary>Of one area's rollups, a column for each period, oldest first.</summary>
    public static SeriesTrend Of(
        IndicatorDefinition definition,
        IReadOnlyList<(DateOnly ReferenceDate, Rollup? Rollup)> rollups
    )
    {
        var points = new List<(DateOnly Date, double? Value, FigureInterval? Interval)>(rollups.Count);
        foreach (var (date, rollup) in rollups)
        {
            points.Add((date, rollup?.Value, rollup is null ? null : FigureInterval.Of(definition, rollup)));
        }

        return Of(definition, points, hasEnoughBeforeBreak: false);
    }

    private static SeriesTrend Of(
        IndicatorDefinition definition,
        List<(DateOnly Date, double? Value, FigureInterval? Interval)> points,
        bool hasEnoughBeforeBreak
    )
    {
        if (definition.Interval == IntervalMethod.None)
        {
            return None(Judge.WhyNoInterval(definition));
        }

        if (points.Count < Points)
        {
            return None(
                hasEnoughBeforeBreak
                    ? "The series breaks within the last five points: those before and after do not compare."
                    : "A trend needs five yearly points."
            );
        }

        Span<TrendPoint> latest = stackalloc TrendPoint[Points];
        for (var index = 0; index < Points; index++)
        {
            var at = points.Count - Points + index;
            if (index > 0 && points[at - 1].Date.AddYears(1) != points[at].Date)
            {
                return None("A trend needs five points a year apart: a year is missing.");
            }

            if (points[at] is not { Value: { } value, Interval: { } interval })
            {
                return None("A trend needs five points with an interval: one of them has no number.");
            }

            latest[index] = new TrendPoint(value, interval.Percent95);
        }

        return new SeriesTrend(Trend.Of(latest, definition.Polarity), points[^Points].Date, points[^1].Date, null);
    }

    private static SeriesTrend None(string reason) => new(default, null, null, reason);
}
