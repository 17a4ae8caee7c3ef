namespace RegionalNetwork.Domain.Disclosure;

/// <summary>D10: a total whose membership changed by one or two councils tells their figures to who knows the last total.</summary>
public static class ConstantMembership
{
    /// <summary>The councils to publish both periods on: each period's own (null) if they differ by none or by three and more,
    /// otherwise those that are in both, in the order of the later list.</summary>
    public static IReadOnlyList<string>? CommonSet(IReadOnlyList<string> earlier, IReadOnlyList<string> later) =>
        SetDifference.IsSafe(SetDifference.Count(earlier, later)) ? null : [.. later.Intersect(earlier)];
}
