namespace RegionalNetwork.Domain.Methods;

/// <summary>
/// Groups of about equal size by rank, as Fingertips makes quintiles and deciles: areas with equal values share a group.
/// Source: UKHSA's PHEindicatormethods (<c>R/Quantiles.R</c>).
/// </summary>
public static class QuantileGroups
{
    /// <summary>From 1 to <paramref name="groups"/>; null where there are fewer areas than groups.</summary>
    /// <param name="order">Whether group 1 has the lowest values or the highest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no group.</exception>
    /// <exception cref="ArgumentException">The value is not in the sample.</exception>
    public static int? GroupOf(double value, SortedSample sample, int groups, RankOrder order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groups);
        var (n, rank) = (sample.Count, sample.Rank(value, order));
        if (n < groups)
        {
            return null;
        }
        // floor((k + 1) − ceil((n + 1 − rank) / (n / k))) in whole numbers. In floating point the quotient of the first rank can
        // pass k by rounding; the source then turns the group 0 into 1, which whole numbers never give.
        var fromEnd = (((n + 1 - rank) * groups) + n - 1) / n;
        return groups + 1 - fromEnd;
    }
}
