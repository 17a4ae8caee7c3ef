using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>How far chance alone may have moved a value, in the indicator's unit.</summary>
public readonly record struct FigureInterval(Interval Percent95, Interval Percent99Point8)
{
    /// <summary>Null where the catalogue names no method, where a part has no number, or where the parts do not fit the method.</summary>
    public static FigureInterval? Of(IndicatorDefinition definition, in IndicatorFigure figure)
    {
        if (
            definition.Interval == IntervalMethod.None
            || figure.Value is null
            || figure.Numerator is not { IsNumber: true } numerator
        )
        {
            return null;
        }

        if (figure.Denominator is not { IsNumber: true } denominator)
        {
            return null;
        }

        return definition.Interval == IntervalMethod.Katz
            ? OfRatio(
                (numerator.Value, denominator.Value),
                (figure.ReferenceNumerator?.Number, figure.ReferenceDenominator?.Number)
            )
            : Of(definition, numerator.Value, TotalOf(definition, numerator.Value, denominator.Value));
    }

    /// <summary>The same for a rollup, whose denominator is what its rate divides by.</summary>
    public static FigureInterval? Of(IndicatorDefinition definition, Rollup rollup) =>
        rollup is not { Value: not null, Denominator: { } denominator } ? null
        : definition.Interval == IntervalMethod.Katz
            ? OfRatio(
                ((double)rollup.Numerator, (double)denominator),
                ((double?)rollup.ReferenceNumerator, (double?)rollup.ReferenceDenominator)
            )
        : Of(definition, (double)rollup.Numerator, (double)denominator);

    /// <summary>Null where the parts are none of wholes, and where it happened to nobody of a group or to everybody of both.</summary>
    private static FigureInterval? OfRatio((double Count, double Total) group, (double? Count, double? Total) reference)
    {
        if (
            !IsPart(group.Count, group.Total)
            || reference is not { Count: { } count, Total: { } total }
            || !IsPart(count, total)
        )
        {
            return null;
        }

        var (one, other) = (new Proportion(group.Count, group.Total), new Proportion(count, total));
        return
            RelativeLikelihood.Of(one, other, ConfidenceLevel.Percent95).Interval is { } percent95
            && RelativeLikelihood.Of(one, other, ConfidenceLevel.Percent99Point8).Interval is { } percent99Point8
            ? new FigureInterval(percent95, percent99Point8)
            : null;
    }

    private static bool IsPart(double count, double total) => count >= 0 && total > 0 && count <= total;

    private static double TotalOf(IndicatorDefinition definition, double numerator, double denominator) =>
        definition.Formula == FormulaKind.ShareOfBoth ? numerator + denominator : denominator;

    private static FigureInterval? Of(IndicatorDefinition definition, double count, double total)
    {
        if (!(count >= 0 && total > 0))
        {
            return null;
        }

        var scale = (double)definition.Scale;
        return definition.Interval switch
        {
            // Published parts can contradict each other: more counted than there is to count.
            IntervalMethod.Wilson when count <= total => new FigureInterval(
                WilsonInterval.Of(count, total, ConfidenceLevel.Percent95).Times(scale),
                WilsonInterval.Of(count, total, ConfidenceLevel.Percent99Point8).Times(scale)
            ),
            IntervalMethod.Byar => new FigureInterval(
                PoissonInterval.OfRate(count, total, scale, ConfidenceLevel.Percent95),
                PoissonInterval.OfRate(count, total, scale, ConfidenceLevel.Percent99Point8)
            ),
            _ => null,
        };
    }
}
