using MathNet.Numerics.Distributions;

namespace RegionalNetwork.Domain.Methods;

/// <summary>
/// Change between two proportions of different people, such as two years' audits: whether chance explains it, and how large it may
/// be. Source: pooled z test; Newcombe 1998, method 10, for the interval.
/// </summary>
/// <param name="Difference">Second minus first, -1 to 1.</param>
/// <param name="Z">Null where all or none of both count: they do not differ, and nothing varies.</param>
/// <param name="P">Two-sided probability of a difference this large by chance; null as <paramref name="Z"/>.</param>
/// <param name="Interval">Of the difference. It and the test may disagree in borderline cases: they are different methods.</param>
public readonly record struct DifferenceOfProportions(double Difference, double? Z, double? P, Interval Interval)
{
    public static DifferenceOfProportions Between(Proportion first, Proportion second, ConfidenceLevel level)
    {
        var difference = second.Value - first.Value;
        var interval = Newcombe(first, second, level);
        var pooled = (first.Count + second.Count) / (first.Total + second.Total);
        var variance = pooled * (1 - pooled) * ((1 / first.Total) + (1 / second.Total));
        if (!(variance > 0))
        {
            return new DifferenceOfProportions(difference, null, null, interval);
        }
        var z = difference / Math.Sqrt(variance);
        return new DifferenceOfProportions(difference, z, 2 * Normal.CDF(0, 1, -Math.Abs(z)), interval);
    }

    private static Interval Newcombe(Proportion first, Proportion second, ConfidenceLevel level)
    {
        var (p1, p2) = (first.Value, second.Value);
        var (wilson1, wilson2) = (WilsonInterval.Of(first, level), WilsonInterval.Of(second, level));
        return new Interval(
            p2 - p1 - double.Hypot(p2 - wilson2.Lower, wilson1.Upper - p1),
            p2 - p1 + double.Hypot(wilson2.Upper - p2, p1 - wilson1.Lower)
        );
    }
}
