namespace RegionalNetwork.Domain.Disclosure;

/// <summary>What the audit has to know of a group of families. Immutable but for what is found out when first asked for.</summary>
internal sealed class GroupFacts(FamilyGroup group, AuditFacts[] families)
{
    public FamilyGroup Group => group;

    public IReadOnlyList<AuditFacts> Families => families;

    public GroupFacts With(int family, AuditFacts facts)
    {
        AuditFacts[] changed = [.. families];
        changed[family] = facts;
        return new GroupFacts(group, changed);
    }

    /// <summary>
    /// Whether the cell must be nought because something that is shown and is not less than it is nought: nobody has to work that
    /// out, so it is no secret.
    /// </summary>
    public bool IsGiven(int family, int row, int column)
    {
        foreach (var whole in group.WholesOf(family, column))
        {
            var source = families[whole.Family].Rows[row];
            if (
                source.Values[whole.Column] == 0
                && (!source.Hides(whole.Column) || IsGiven(whole.Family, row, whole.Column))
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Hidden, and there is a figure that could be another one.</summary>
    public bool CanMove(int family, int row, int column) =>
        families[family].Rows[row].Hides(column)
        && !double.IsNaN(families[family].Rows[row].Values[column])
        && !IsGiven(family, row, column);
}
