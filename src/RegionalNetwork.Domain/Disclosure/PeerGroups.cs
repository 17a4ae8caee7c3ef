namespace RegionalNetwork.Domain.Disclosure;

/// <summary>D11: groups of councils that somebody puts together to ask one indicator and period of them.</summary>
public static class PeerGroups
{
    /// <param name="answered">Every group that was answered for the same indicator and period, whoever asked.</param>
    public static bool MayAnswer(IReadOnlyList<string> group, IReadOnlyList<IReadOnlyList<string>> answered) =>
        group.Distinct().Count() >= DisclosureRules.PeerGroupMinUnits
        && answered.All(earlier => SetDifference.IsSafe(SetDifference.Count(group, earlier)));
}
