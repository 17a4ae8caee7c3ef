using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>One indicator for one area and period: the parts as published, the value computed from them, and the publisher's
/// own value beside it.</summary>
/// <param name="Derived">From the parts at full precision; null where a part has no number, where the divisor is zero, or where
/// the publisher suppressed the value: what was suppressed is not computed back.</param>
/// <param name="Published">The publisher's value; null where the file has none.</param>
/// <param name="Status">Whether there is a <see cref="Value"/>, or why not.</param>
public readonly record struct IndicatorFigure(
    Figure? Numerator,
    Figure? Denominator,
    double? Derived,
    Figure? Published,
    FigureStatus Status
)
{
    /// <summary>Of the group that is compared with; null unless the formula compares groups.</summary>
    public Figure? ReferenceNumerator { get; init; }

    public Figure? ReferenceDenominator { get; init; }

    /// <summary>The value to show: derived where it can be, else as published; null where <see cref="Status"/> says why not.</summary>
    public double? Value => Status == FigureStatus.Value ? Derived ?? Published?.Number : null;

    /// <summary>Derived minus published. Inputs are published to one decimal place, so a small difference is rounding.</summary>
    public double? Difference => Derived - Published?.Number;
}
