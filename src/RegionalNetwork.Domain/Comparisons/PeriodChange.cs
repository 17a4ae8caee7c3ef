using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>What counts stand behind a value.</summary>
/// <param name="Denominator">What the value divides by.</param>
public readonly record struct CountedValue(double Value, double? Numerator, double? Denominator)
{
    /// <summary>Null where there is no value.</summary>
    public static CountedValue? Of(IndicatorDefinition definition, IndicatorFigure? figure)
    {
        if (figure is not { Value: { } value } known)
        {
            return null;
        }

        var (numerator, denominator) = (known.Numerator?.Number, known.Denominator?.Number);
        return new CountedValue(
            value,
            numerator,
            definition.Formula == FormulaKind.ShareOfBoth ? numerator + denominator : denominator
        );
    }

    /// <inheritdoc cref="Of(IndicatorDefinition, IndicatorFigure?)"/>
    public static CountedValue? Of(Rollup? rollup) =>
        rollup is { Value: { } value }
            ? new CountedValue(value, (double)rollup.Numerator, (double?)rollup.Denominator)
            : null;
}

/// <summary>From one period to the next: how far the value went, and whether chance explains it.</summary>
/// <param name="Difference">Later less earlier, in the unit of the indicator; percentage points for a percentage.</param>
/// <param name="Percent95">Of the difference; null where it was not tested.</param>
/// <param name="P">Probability of such a difference by chance alone; null where it was not tested.</param>
/// <param name="NotTestedBecause">A sentence; null where it was tested.</param>
public sealed record PeriodChange(
    double Difference,
    Interval? Percent95,
    double? P,
    bool? IsSignificant,
    string? NotTestedBecause
)
{
    private const double SignificantBelow = 0.05;

    /// <summary>Tested for things counted out of things counted, of which the two periods share none.</summary>
    public static PeriodChange Between(IndicatorDefinition definition, CountedValue before, CountedValue after)
    {
        var difference = after.Value - before.Value;
        if (definition.Interval == IntervalMethod.Byar)
        {
            return Untested(difference, "Not tested: two rates of events are not proportions. See the trend.");
        }

        if (definition.Interval == IntervalMethod.Katz)
        {
            return Untested(difference, "Not tested: two ratios are not proportions. Compare their intervals.");
        }

        if (definition.Interval != IntervalMethod.Wilson)
        {
            return Untested(difference, Judge.WhyNoInterval(definition));
        }

        if (ProportionOf(before) is not { } first || ProportionOf(after) is not { } second)
        {
            return Untested(difference, Judge.WhyNoInterval(definition));
        }

        var tested = DifferenceOfProportions.Between(first, second, ConfidenceLevel.Percent95);
        return new PeriodChange(
            difference,
            tested.Interval.Times((double)definition.Scale),
            tested.P,
            tested.P < SignificantBelow,
            null
        );
    }

    private static PeriodChange Untested(double difference, string because) =>
        new(difference, null, null, null, because);

    private static Proportion? ProportionOf(CountedValue value) =>
        value is { Numerator: >= 0 and var x, Denominator: > 0 and var n } && x <= n ? new Proportion(x, n) : null;
}
