namespace RegionalNetwork.Domain.Methods;

public enum XmrSignalKind
{
    /// <summary>A point beyond a limit.</summary>
    OutsideLimits,

    /// <summary>Eight or more points in a row on one side of the mean.</summary>
    RunOnOneSide,

    /// <summary>A step from one point to the next that is longer than its limit.</summary>
    LargeMovingRange,
}

/// <summary>Something that is unlikely to be common variation.</summary>
/// <param name="First">Position in the series, from 0; of a large moving range, the point that it comes from.</param>
/// <param name="Last">The same as <paramref name="First"/> where it is one point.</param>
public readonly record struct XmrSignal(XmrSignalKind Kind, int First, int Last);

/// <summary>
/// Chart of individual values and moving ranges, for one council's regular series: what is usual variation, and what is a signal.
/// Source: Shewhart's limits with the constants for ranges of two, 2.66 = 3 ÷ 1.128 and 3.267; signals as in NHS England's
/// <em>Making Data Count</em>, but a run of eight.
/// </summary>
/// <param name="MeanMovingRange">Mean distance from each point to the one before.</param>
/// <param name="MovingRangeUpper">A longer step than this is a signal.</param>
public sealed record XmrChart(
    double Mean,
    double MeanMovingRange,
    Interval Limits,
    double MovingRangeUpper,
    IReadOnlyList<XmrSignal> Signals
)
{
    private const double LimitFactor = 2.66;
    private const double MovingRangeFactor = 3.267;
    private const int RunPoints = 8;

    /// <summary>Null for fewer than two points, which have no moving range.</summary>
    /// <param name="points">Oldest first, at equal steps, without a gap or a break in the series.</param>
    public static XmrChart? Of(ReadOnlySpan<double> points)
    {
        if (points.Length < 2)
        {
            return null;
        }
        var (sum, ranges) = (points[0], 0.0);
        for (var index = 1; index < points.Length; index++)
        {
            sum += points[index];
            ranges += Math.Abs(points[index] - points[index - 1]);
        }
        var mean = sum / points.Length;
        var meanRange = ranges / (points.Length - 1);
        var limits = new Interval(mean - (LimitFactor * meanRange), mean + (LimitFactor * meanRange));
        var rangeUpper = MovingRangeFactor * meanRange;
        return new XmrChart(mean, meanRange, limits, rangeUpper, FindSignals(points, mean, limits, rangeUpper));
    }

    private static List<XmrSignal> FindSignals(
        ReadOnlySpan<double> points,
        double mean,
        Interval limits,
        double rangeUpper
    )
    {
        List<XmrSignal> signals = [];
        for (var index = 0; index < points.Length; index++)
        {
            if (!limits.Contains(points[index]))
            {
                signals.Add(new XmrSignal(XmrSignalKind.OutsideLimits, index, index));
            }
            if (index > 0 && Math.Abs(points[index] - points[index - 1]) > rangeUpper)
            {
                signals.Add(new XmrSignal(XmrSignalKind.LargeMovingRange, index - 1, index));
            }
        }
        AddRuns(points, mean, signals);
        return signals;
    }

    /// <summary>One signal for each run, however long. A point on the mean is on neither side and ends it.</summary>
    private static void AddRuns(ReadOnlySpan<double> points, double mean, List<XmrSignal> signals)
    {
        var first = 0;
        for (var next = 1; next <= points.Length; next++)
        {
            if (next < points.Length && Side(points[next]) == Side(points[first]))
            {
                continue;
            }
            if (next - first >= RunPoints && Side(points[first]) != 0)
            {
                signals.Add(new XmrSignal(XmrSignalKind.RunOnOneSide, first, next - 1));
            }
            first = next;
        }

        int Side(double point) => point.CompareTo(mean);
    }
}
