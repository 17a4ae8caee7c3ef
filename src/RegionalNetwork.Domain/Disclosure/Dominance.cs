namespace RegionalNetwork.Domain.Disclosure;

/// <summary>D8: a sum of amounts (£, full-time equivalents) that gives its largest part away.</summary>
public static class Dominance
{
    /// <param name="parts">What each contributor adds; none is negative.</param>
    /// <returns>True if the largest part is more than 75 % of the sum, or if whoever made the second largest could take it off and
    /// know the largest to within 10 %. A sum of nothing gives nothing away.</returns>
    public static bool Fails(ReadOnlySpan<double> parts)
    {
        double sum = 0;
        double first = 0;
        double second = 0;
        foreach (var part in parts)
        {
            sum += part;
            second = Math.Max(second, Math.Min(first, part));
            first = Math.Max(first, part);
        }
        return first > DisclosureRules.DominantShare * sum
            || sum - first - second < DisclosureRules.RemainderMinShare * first;
    }
}
