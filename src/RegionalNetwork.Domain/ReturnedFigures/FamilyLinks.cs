using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>Families of a collection in groups: those of one group bound each other, directly or through others.</summary>
internal sealed class FamilyLinks
{
    private readonly LinkedFamilies[] _groups;

    public FamilyLinks(IReadOnlyList<FieldFamily> families, IEnumerable<(FamilyColumn Part, FamilyColumn Whole)> bounds)
    {
        var all = bounds.ToArray();
        var groupOf = Enumerable.Range(0, families.Count).ToArray();
        foreach (var (part, whole) in all)
        {
            var (one, other) = (groupOf[part.Family.Index], groupOf[whole.Family.Index]);
            for (var family = 0; family < groupOf.Length && one != other; family++)
            {
                groupOf[family] = groupOf[family] == other ? one : groupOf[family];
            }
        }

        _groups = new LinkedFamilies[families.Count];
        var boundsOf = all.ToLookup(bound => groupOf[bound.Part.Family.Index]);
        foreach (var members in families.GroupBy(family => groupOf[family.Index]))
        {
            var group = GroupOf([.. members], boundsOf[members.Key]);
            foreach (var family in members)
            {
                _groups[family.Index] = group;
            }
        }
    }

    public LinkedFamilies Of(FieldFamily family) => _groups[family.Index];

    private static LinkedFamilies GroupOf(
        FieldFamily[] members,
        IEnumerable<(FamilyColumn Part, FamilyColumn Whole)> bounds
    )
    {
        return new LinkedFamilies(
            members,
            new FamilyGroup(
                [.. members.Select(family => family.Rows.Count)],
                [.. bounds.Select(bound => new CellBound(CellOf(bound.Part), CellOf(bound.Whole)))]
            )
        );

        FamilyCell CellOf(FamilyColumn column) => new(Array.IndexOf(members, column.Family), column.Column);
    }
}

/// <param name="Families">By their places in the group.</param>
internal sealed record LinkedFamilies(IReadOnlyList<FieldFamily> Families, FamilyGroup Group);
