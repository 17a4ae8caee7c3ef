using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Comparisons;

/// <param name="Value">In the indicator's unit.</param>
/// <param name="Denominator">What the value is counted in.</param>
public sealed record FunnelPoint(ReportingUnit Unit, double Value, double Denominator, FunnelBand Band);

/// <param name="Percent95">Limits in the indicator's unit.</param>
public sealed record FunnelCurvePoint(double Denominator, Interval Percent95, Interval Percent99Point8);

/// <summary>
/// A funnel plot: how far councils of each size lie from the pooled value by chance alone, and who lies further. The pooled value
/// includes every council shown.
/// </summary>
/// <param name="Pooled">Sum of counts over sum of totals, in the indicator's unit; null where none is drawn.</param>
/// <param name="Curve">Control limits over denominators from the smallest to the largest, for drawing.</param>
/// <param name="Refusal">Why none is drawn, in a sentence; null where one is.</param>
public sealed record Funnel(
    double? Pooled,
    IReadOnlyList<FunnelPoint> Points,
    IReadOnlyList<FunnelCurvePoint> Curve,
    string? Refusal
)
{
    public static Funnel Of(BenchmarkColumn column, SetStatistics set)
    {
        var definition = column.Definition;
        if (definition.Interval != IntervalMethod.Wilson)
        {
            return Refused(
                $"A funnel is drawn for things counted out of things counted. {definition.Label} is not declared as such."
            );
        }

        var (units, parts) = (new List<int>(), new List<Proportion>());
        foreach (var unit in set.Units)
        {
            if (column.Statistics.IntervalOf(unit) is not null && PartOf(column, unit) is { } part)
            {
                units.Add(unit);
                parts.Add(part);
            }
        }

        if (parts.Count < Limits.ContributorsToJudgeMin)
        {
            return Refused(
                $"A funnel needs {Limits.ContributorsToJudgeMin} councils with figures; there are {parts.Count}."
            );
        }

        var scale = (double)definition.Scale;
        var baseline = Proportion.Pooled([.. parts]).Value;
        return new Funnel(
            baseline * scale,
            [
                .. parts.Select(
                    (part, index) =>
                        new FunnelPoint(
                            column.Units.All[units[index]],
                            part.Value * scale,
                            part.Total,
                            FunnelLimits.Classify(part, baseline)
                        )
                ),
            ],
            CurveOf(baseline, parts.Min(part => part.Total), parts.Max(part => part.Total), scale),
            null
        );
    }

    private static Proportion? PartOf(BenchmarkColumn column, int unit) =>
        CountedValue.Of(column.Definition, column.FigureOf(unit))
            is { Numerator: { } numerator, Denominator: { } denominator }
            ? new Proportion(numerator, denominator)
            : null;

    private static FunnelCurvePoint[] CurveOf(double baseline, double from, double to, double scale)
    {
        var points = new FunnelCurvePoint[Limits.FunnelCurvePoints];
        for (var index = 0; index < points.Length; index++)
        {
            var denominator = from + ((to - from) * index / (points.Length - 1));
            var limits = FunnelLimits.At(baseline, denominator);
            points[index] = new FunnelCurvePoint(
                denominator,
                limits.Percent95.Times(scale),
                limits.Percent99Point8.Times(scale)
            );
        }

        return points;
    }

    private static Funnel Refused(string because) => new(null, [], [], because);
}
