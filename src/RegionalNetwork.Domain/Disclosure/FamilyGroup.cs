namespace RegionalNetwork.Domain.Disclosure;

/// <summary>A column of one family of a group.</summary>
public readonly record struct FamilyCell(int Family, int Column);

/// <summary>In every row the one cell is not more than the other: breaches are some of all assignments. Everybody knows that,
/// since the table schema says so.</summary>
public readonly record struct CellBound(FamilyCell Part, FamilyCell Whole);

/// <summary>
/// Families whose cells bound each other, so that what is shown of one says something of the other. They are compiled together and
/// have the same rows. Immutable.
/// </summary>
public sealed class FamilyGroup
{
    /// <summary>A family that nothing bounds.</summary>
    public static readonly FamilyGroup OfOne = new([1], []);

    private readonly FamilyCell[][][] _wholes;
    private readonly FamilyCell[][][] _parts;

    /// <param name="columns">Of each family, how many.</param>
    /// <exception cref="ArgumentException">Bounds that go in a circle.</exception>
    public FamilyGroup(IReadOnlyList<int> columns, IReadOnlyList<CellBound> bounds)
    {
        Count = columns.Count;
        Bounds = bounds;
        _wholes = Links(columns, bounds.ToLookup(bound => bound.Part, bound => bound.Whole));
        _parts = Links(columns, bounds.ToLookup(bound => bound.Whole, bound => bound.Part));
        Order = Sort(bounds);
    }

    /// <summary>Of families.</summary>
    public int Count { get; }

    public IReadOnlyList<CellBound> Bounds { get; }

    /// <summary>Places of the families, each after all that bound it from above.</summary>
    internal IReadOnlyList<int> Order { get; }

    internal FamilyCell[] WholesOf(int family, int column) => At(_wholes, family, column);

    internal FamilyCell[] PartsOf(int family, int column) => At(_parts, family, column);

    /// <summary>A group without bounds need not know how many columns its family has.</summary>
    private static FamilyCell[] At(FamilyCell[][][] links, int family, int column) =>
        column < links[family].Length ? links[family][column] : [];

    private static FamilyCell[][][] Links(IReadOnlyList<int> columns, ILookup<FamilyCell, FamilyCell> links) =>
        [
            .. columns.Select(
                (count, family) =>
                    Enumerable
                        .Range(0, count)
                        .Select(column => links[new FamilyCell(family, column)].ToArray())
                        .ToArray()
            ),
        ];

    private int[] Sort(IReadOnlyList<CellBound> bounds)
    {
        var order = new List<int>(Count);
        var above = Enumerable
            .Range(0, Count)
            .Select(family =>
                bounds.Where(bound => bound.Part.Family == family).Select(bound => bound.Whole.Family).ToHashSet()
            )
            .ToArray();
        while (order.Count < Count)
        {
            var next = Enumerable
                .Range(0, Count)
                .Where(family => !order.Contains(family) && above[family].IsSubsetOf(order))
                .ToArray();
            if (next.Length == 0)
            {
                throw new ArgumentException("Families cannot bound each other in a circle.", nameof(bounds));
            }
            order.AddRange(next);
        }
        return [.. order];
    }
}
