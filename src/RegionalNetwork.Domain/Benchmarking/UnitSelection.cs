using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// Chooses from the council rows of a period so that nobody counts twice. Files exist that carry a county and the councils it
/// was split into side by side, in every year, with symbols in the rows that do not apply.
/// </summary>
internal static class UnitSelection
{
    /// <param name="candidates">The rows of the period that name councils.</param>
    /// <param name="jointElsewhere">Joint returns that the file has in any period: their members are expected together.</param>
    public static IReadOnlyList<ReportingUnit> Choose(
        IEnumerable<ReportingUnit> candidates,
        IReadOnlyList<ReportingUnit> jointElsewhere,
        DateOnly date,
        CouncilRegister register,
        CouncilIdentity identity
    )
    {
        var chosen = new List<ReportingUnit>();
        var covered = new HashSet<string>();
        // Councils that existed on the day before others, single rows before joint ones, then the file's order.
        foreach (var unit in candidates.OrderBy(unit => Existed(unit) ? 0 : 1).ThenBy(unit => unit.Councils.Count))
        {
            if (!unit.Councils.Any(IsCovered))
            {
                chosen.Add(unit);
                covered.UnionWith(unit.Councils.Select(council => identity.AuthorityOf(council.Code)));
            }
        }
        var silent = register.LiveOn(date).Where(council => !IsCovered(council)).ToArray();
        return [.. chosen.OrderBy(unit => unit.Area), .. Silent(silent, jointElsewhere)];

        bool Existed(ReportingUnit unit) => unit.Councils.All(council => council.ExistedOn(date));

        // Its own authority, or one that it came from or gave way to: their areas overlap.
        bool IsCovered(Council council) =>
            covered.Contains(identity.AuthorityOf(council.Code))
            || register.PredecessorsOf(council.Code).Any(change => covered.Contains(identity.AuthorityOf(change.From)))
            || register.SuccessorsOf(council.Code).Any(change => covered.Contains(identity.AuthorityOf(change.To)));
    }

    private static IEnumerable<ReportingUnit> Silent(Council[] silent, IReadOnlyList<ReportingUnit> jointElsewhere)
    {
        var joint = jointElsewhere.Where(unit => unit.Councils.All(silent.Contains)).ToArray();
        var single = silent.Where(council => !joint.Any(unit => unit.Councils.Contains(council)));
        return
        [
            .. joint.Select(unit => unit with { Area = null }),
            .. single.Select(council => new ReportingUnit(council.Code, council.Name, [council], null)),
        ];
    }
}
