namespace RegionalNetwork.Domain.Disclosure;

/// <summary>By how many councils two sets differ, and whether the difference of their sums can be let out (D9, D10, D11).</summary>
internal static class SetDifference
{
    public static int Count(IEnumerable<string> first, IEnumerable<string> second)
    {
        var difference = first.ToHashSet();
        difference.SymmetricExceptWith(second);
        return difference.Count;
    }

    public static bool IsSafe(int units) => units is 0 or >= DisclosureRules.DifferenceMinUnits;
}
