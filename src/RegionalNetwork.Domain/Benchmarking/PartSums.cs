using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The parts of an indicator, of one reporting unit or added up over several. Parts that the formula does not have are zero.
/// Decimal: published figures are decimal numbers, and their sum is exact.</summary>
/// <param name="ReferenceNumerator">Of the group that is compared with.</param>
internal readonly record struct PartSums(
    decimal Numerator,
    decimal Denominator,
    decimal ReferenceNumerator,
    decimal ReferenceDenominator
)
{
    public static PartSums operator +(PartSums one, PartSums other) =>
        new(
            one.Numerator + other.Numerator,
            one.Denominator + other.Denominator,
            one.ReferenceNumerator + other.ReferenceNumerator,
            one.ReferenceDenominator + other.ReferenceDenominator
        );

    /// <param name="parts">One to four, in the order of the members.</param>
    public static PartSums Of(ReadOnlySpan<decimal> parts) =>
        new(
            parts[0],
            parts.Length > 1 ? parts[1] : 0,
            parts.Length > 2 ? parts[2] : 0,
            parts.Length > 3 ? parts[3] : 0
        );

    /// <summary>As many as the formula has, in the order of the members.</summary>
    public decimal[] Parts(IndicatorDefinition definition) =>
        definition.ComparesGroups ? [Numerator, Denominator, ReferenceNumerator, ReferenceDenominator]
        : definition.HasDenominator ? [Numerator, Denominator]
        : [Numerator];

    /// <summary>Null where a part that the formula has is no number: paired exclusion.</summary>
    public static PartSums? Of(IndicatorDefinition definition, in IndicatorFigure figure) =>
        NumberOf(true, figure.Numerator) is { } numerator
        && NumberOf(definition.HasDenominator, figure.Denominator) is { } denominator
        && NumberOf(definition.ComparesGroups, figure.ReferenceNumerator) is { } referenceNumerator
        && NumberOf(definition.ComparesGroups, figure.ReferenceDenominator) is { } referenceDenominator
            ? new PartSums(numerator, denominator, referenceNumerator, referenceDenominator)
            : null;

    /// <summary>Without a value where nobody contributed or there is nothing to divide by.</summary>
    /// <param name="year">Of the reference date, for working days.</param>
    public Rollup Rollup(
        IndicatorDefinition definition,
        int year,
        string? areaCode,
        Figure? published,
        Coverage coverage
    )
    {
        decimal? divisor =
            definition.IsRate ? definition.Divisor(Numerator, Denominator, year)
            : definition.ComparesGroups ? Denominator
            : null;
        var value = coverage.Contributors == 0 ? null : Value(definition, year);
        return new Rollup(areaCode, Numerator, divisor, value, published, coverage)
        {
            ReferenceNumerator = definition.ComparesGroups ? ReferenceNumerator : null,
            ReferenceDenominator = definition.ComparesGroups ? ReferenceDenominator : null,
        };
    }

    /// <summary>Null where there is nothing to divide by.</summary>
    /// <param name="year">Of the reference date, for working days.</param>
    public double? Value(IndicatorDefinition definition, int year) =>
        definition.IsRate ? definition.Quotient(Numerator, Denominator, year)
        : definition.ComparesGroups
            ? IndicatorDefinition.Ratio(Numerator, Denominator, ReferenceNumerator, ReferenceDenominator)
        : (double)Numerator;

    private static decimal? NumberOf(bool isNeeded, Figure? part) =>
        !isNeeded ? 0m
        : part is { Status: FigureStatus.Value } number ? number.Summand
        : null;
}
