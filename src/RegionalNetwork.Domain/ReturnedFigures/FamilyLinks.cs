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
        var groups = new List<LinkedFamilies>();
        foreach (var members in families.GroupBy(family => groupOf[family.Index]))
        {
            var group = GroupOf(groups.Count, [.. members], boundsOf[members.Key]);
            groups.Add(group);
            foreach (var family in members)
            {
                _groups[family.Index] = group;
            }
        }

        All = groups;
    }

    public IReadOnlyList<LinkedFamilies> All { get; }

    public LinkedFamilies Of(FieldFamily family) => _groups[family.Index];

    private static LinkedFamilies GroupOf(
        int index,
        FieldFamily[] members,
        IEnumerable<(FamilyColumn Part, FamilyColumn Whole)> bounds
    )
    {
        return new LinkedFamilies(
            index,
            members,
            new FamilyGroup(
                [.. members.Select(family => family.Rows.Count)],
                [.. bounds.Select(bound => new CellBound(CellOf(bound.Part), CellOf(bound.Whole)))]
            )
        );

        FamilyCell CellOf(FamilyColumn column) => new(Array.IndexOf(members, column.Family), column.Column);
    }
}

/// <param name="Index">Among the groups of its collection.</param>
/// <param name="Families">By their places in the group.</param>
internal sealed record LinkedFamilies(int Index, IReadOnlyList<FieldFamily> Families, FamilyGroup Group)
{
    private readonly Dictionary<int, int> _places = Families
        .Select((family, place) => (family.Index, place))
        .ToDictionary(each => each.Index, each => each.place);

    public int PlaceOf(FieldFamily family) => _places[family.Index];
}
