namespace RegionalNetwork.Domain.Methods;

/// <summary>
/// Wilson's score interval for a proportion. For what is a part of what it is counted in; leavers are not a part of those in
/// post, so turnover takes <see cref="PoissonInterval"/>. Source: Wilson 1927, as in UKHSA's PHEindicatormethods
/// (<c>R/utils.R</c>).
/// </summary>
public static class WilsonInterval
{
    /// <summary>Bounds from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not from 0 to <paramref name="total"/>, or
    /// <paramref name="total"/> is not above 0.</exception>
    public static Interval Of(double count, double total, ConfidenceLevel level) =>
        Of(new Proportion(count, total), level);

    /// <summary>Bounds from 0 to 1.</summary>
    public static Interval Of(Proportion proportion, ConfidenceLevel level)
    {
        var (x, n, z) = (proportion.Count, proportion.Total, level.Z());
        var middle = (2 * x) + (z * z);
        var reach = z * Math.Sqrt((z * z) + (4 * x * (1 - proportion.Value)));
        var divisor = 2 * (n + (z * z));
        // The bounds of 0 and of 1 are 0 and 1 themselves; rounding may put them a hair outside.
        return new Interval(Math.Max(0, (middle - reach) / divisor), Math.Min(1, (middle + reach) / divisor));
    }
}
