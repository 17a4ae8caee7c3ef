namespace RegionalNetwork.Domain.Methods;

/// <summary>Where a proportion lies in a funnel plot. The number is the chance of lying beyond that limit.</summary>
public enum FunnelBand
{
    Low0001,
    Low0025,
    NotSignificant,
    High0025,
    High0001,
}

/// <summary>
/// Control limits of a funnel plot of proportions, p̄ ± z√(p̄(1 − p̄)/n), cut off at 0 and 1. They are the inverse of Wilson's
/// interval: a proportion lies beyond a limit exactly where its own Wilson interval leaves out p̄. UKHSA's longer formula comes
/// to the same. Source: Spiegelhalter 2005; PHEindicatormethods (<c>R/Funnels.R</c>, <c>sigma_adjustment</c>).
/// </summary>
/// <param name="Percent95">Limits that one in forty exceeds on each side.</param>
/// <param name="Percent99Point8">Limits that one in a thousand exceeds on each side.</param>
public readonly record struct FunnelLimits(Interval Percent95, Interval Percent99Point8)
{
    /// <param name="baseline">The pooled proportion, 0 to 1: <see cref="Proportion.Pooled"/> of all areas, those tested included.</param>
    /// <param name="total">What the area counts in; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is outside.</exception>
    public static FunnelLimits At(double baseline, double total)
    {
        if (!(baseline is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(baseline), baseline, "A proportion is from 0 to 1.");
        }
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(total);
        var standardError = Math.Sqrt(baseline * (1 - baseline) / total);
        return new FunnelLimits(
            Around(baseline, ConfidenceLevel.Percent95.Z() * standardError),
            Around(baseline, ConfidenceLevel.Percent99Point8.Z() * standardError)
        );
    }

    /// <summary>A proportion on a limit is within it.</summary>
    public static FunnelBand Classify(Proportion proportion, double baseline)
    {
        var limits = At(baseline, proportion.Total);
        var value = proportion.Value;
        if (value < limits.Percent95.Lower)
        {
            return value < limits.Percent99Point8.Lower ? FunnelBand.Low0001 : FunnelBand.Low0025;
        }
        if (value > limits.Percent95.Upper)
        {
            return value > limits.Percent99Point8.Upper ? FunnelBand.High0001 : FunnelBand.High0025;
        }
        return FunnelBand.NotSignificant;
    }

    private static Interval Around(double baseline, double reach) =>
        new(Math.Max(0, baseline - reach), Math.Min(1, baseline + reach));
}
