using RegionalNetwork.Domain.Benchmarking;

namespace RegionalNetwork.Domain.Methods;

/// <summary>Which way a series goes. Increasing and decreasing where neither way is better.</summary>
public enum TrendMarker
{
    /// <summary>There are fewer than five points with an interval, or one of the intervals has no width.</summary>
    CannotBeCalculated,
    NoChange,
    Increasing,
    Decreasing,
    GettingBetter,
    GettingWorse,
}

/// <param name="Percent95">Of the value, in its unit.</param>
public readonly record struct TrendPoint(double Value, Interval Percent95);

/// <summary>
/// The recent trend of a yearly series: a straight line through the last five points, each weighted by its precision. A trend needs
/// a slope that chance gives once in five hundred times, and one that keeps its sign when any one point is left out.
/// Source: OHID's FingertipsNext (<c>TrendMarkerCalculator.cs</c>).
/// </summary>
/// <param name="Slope">Change in a year, in the unit of the value; null where it cannot be calculated.</param>
/// <param name="ChiSquared">The slope over its standard error, squared; null likewise.</param>
public readonly record struct Trend(TrendMarker Marker, double? Slope, double? ChiSquared)
{
    private const int Points = 5;

    /// <summary>The source takes the rounded 2 × 1.96: more digits would give other weights than those published.</summary>
    private const double StandardErrorsInInterval = 3.92;

    private const int NoneLeftOut = -1;

    /// <summary>9.5495: z² at 99.8 %.</summary>
    private static readonly double Critical = Math.Pow(ConfidenceLevel.Percent99Point8.Z(), 2);

    /// <param name="points">Oldest first, a year apart, independent (no rolling periods), after the last break in the series.</param>
    public static Trend Of(ReadOnlySpan<TrendPoint> points, Polarity polarity)
    {
        if (points.Length < Points)
        {
            return default;
        }
        var latest = points[^Points..];
        foreach (var point in latest)
        {
            if (!(point.Percent95.Width > 0))
            {
                return default;
            }
        }
        var (slope, standardError) = Fit(latest, NoneLeftOut);
        var chiSquared = Math.Pow(slope / standardError, 2);
        var isTrend = chiSquared > Critical && KeepsItsSign(latest, slope);
        return new Trend(isTrend ? Mark(slope, polarity) : TrendMarker.NoChange, slope, chiSquared);
    }

    private static bool KeepsItsSign(ReadOnlySpan<TrendPoint> points, double slope)
    {
        for (var leftOut = 0; leftOut < points.Length; leftOut++)
        {
            if (Math.Sign(Fit(points, leftOut).Slope) != Math.Sign(slope))
            {
                return false;
            }
        }
        return true;
    }

    private static (double Slope, double StandardError) Fit(ReadOnlySpan<TrendPoint> points, int leftOut)
    {
        var (w, wt, wy, wty, wtt) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var index = 0; index < points.Length; index++)
        {
            if (index == leftOut)
            {
                continue;
            }
            var (y, t) = (points[index].Value, index + 1);
            var weight = 1 / Math.Pow(points[index].Percent95.Width / StandardErrorsInInterval, 2);
            w += weight;
            wt += weight * t;
            wy += weight * y;
            wty += weight * t * y;
            wtt += weight * t * t;
        }
        var determinant = (w * wtt) - (wt * wt);
        return (((w * wty) - (wt * wy)) / determinant, Math.Sqrt(w / determinant));
    }

    private static TrendMarker Mark(double slope, Polarity polarity) =>
        polarity switch
        {
            Polarity.HigherIsBetter => slope > 0 ? TrendMarker.GettingBetter : TrendMarker.GettingWorse,
            Polarity.LowerIsBetter => slope < 0 ? TrendMarker.GettingBetter : TrendMarker.GettingWorse,
            _ => slope > 0 ? TrendMarker.Increasing : TrendMarker.Decreasing,
        };
}
