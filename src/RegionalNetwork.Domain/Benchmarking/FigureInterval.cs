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

        return figure.Denominator is { IsNumber: true } denominator
            ? Of(definition, numerator.Value, TotalOf(definition, numerator.Value, denominator.Value))
            : null;
    }

    /// <summary>The same for a rollup, whose denominator is what its rate divides by.</summary>
    public static FigureInterval? Of(IndicatorDefinition definition, Rollup rollup) =>
        rollup is { Value: not null, Denominator: { } denominator }
            ? Of(definition, (double)rollup.Numerator, (double)denominator)
            : null;

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
