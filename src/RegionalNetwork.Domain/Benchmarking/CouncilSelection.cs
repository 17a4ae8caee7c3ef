using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The reporting units of a period that a set of councils makes up, and the members that no unit shows by themselves.</summary>
/// <param name="Units">Indexes into the period's units, each once.</param>
internal sealed record CouncilSelection(IReadOnlyList<int> Units, IReadOnlyList<MissingUnit> Missing)
{
    public static CouncilSelection Of(IReadOnlyList<string> codes, PeriodUnits units, CouncilRegister register)
    {
        var members = codes.Select(register.Find).OfType<Council>().ToArray();
        // A unit belongs to the set when all of it does: every member of a joint return, every successor of a council since split.
        var chosen = new SortedSet<int>();
        var missing = new List<MissingUnit>();
        foreach (var code in codes.Where(code => register.Find(code) is null))
        {
            missing.Add(new MissingUnit(code, code, MissingReason.UnknownCode, null));
        }
        foreach (var member in members)
        {
            var found = UnitsShowing(member, units, register);
            if (found.Count > 0 && found.All(unit => LiesWithin(units.All[unit], members, register)))
            {
                chosen.UnionWith(found);
            }
            else
            {
                var reason = found.Count > 0 ? MissingReason.ReachesOutsideTheSet : MissingReason.NoRow;
                missing.Add(new MissingUnit(member.Code, member.Name, reason, null));
            }
        }
        return new CouncilSelection([.. chosen], [.. missing.Distinct()]);
    }

    /// <summary>The unit of the council itself, or those of its successors or predecessors in this period.</summary>
    private static IReadOnlyList<int> UnitsShowing(Council member, PeriodUnits units, CouncilRegister register)
    {
        if (units.IndexOf(member) is >= 0 and var own)
        {
            return [own];
        }
        var others =
            member.From > units.ReferenceDate
                ? register.PredecessorsOf(member.Code).Select(change => change.From)
                : register.SuccessorsOf(member.Code).Select(change => change.To);
        return [.. others.Select(code => units.IndexOf(register.Find(code)!)).Where(unit => unit >= 0)];
    }

    private static bool LiesWithin(ReportingUnit unit, Council[] members, CouncilRegister register)
    {
        return unit.Councils.All(council =>
            IsMember(council.Code)
            || register.PredecessorsOf(council.Code).Any(change => IsMember(change.From))
            || (register.SuccessorsOf(council.Code) is { Count: > 0 } next && next.All(change => IsMember(change.To)))
        );

        bool IsMember(string code) =>
            members.Any(member => member.Code == code || register.IsSameAuthority(member.Code, code));
    }
}
