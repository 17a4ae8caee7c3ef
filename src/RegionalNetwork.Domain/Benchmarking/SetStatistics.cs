using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>One indicator over a set of reporting units: each unit's value counts the same in <see cref="Sample"/>, the larger
/// council more in <see cref="Rollup"/>. Made of what its column shows, and of nothing else. Immutable.</summary>
/// <param name="Units">Indexes of those in the set, with or without a value.</param>
/// <param name="Sample">The values.</param>
/// <param name="Missing">Members without a value of their own, and why.</param>
/// <param name="Rollup">Null where figures do not add up.</param>
/// <param name="Published">The publisher's own figure; null where nobody published one for this set.</param>
public sealed record SetStatistics(
    IReadOnlyList<int> Units,
    SortedSample Sample,
    IReadOnlyList<MissingUnit> Missing,
    Rollup? Rollup,
    Figure? Published
)
{
    /// <summary>By the unit's index: whether it is in the set is asked for every row.</summary>
    private readonly bool[] _isIn = MarksOf(Units);

    /// <summary>The Department for Education's quartile cuts; null where there is no value.</summary>
    public QuartileBands? Bands { get; } = QuartileBands.Over(Sample);

    /// <summary>Those with a value of their own.</summary>
    public int Count => Sample.Count;

    /// <summary>Those who should have one. A joint return counts once where all its members are in the set.</summary>
    public int Expected => Sample.Count + Missing.Count;

    public bool Contains(int unit) => unit >= 0 && unit < _isIn.Length && _isIn[unit];

    private static bool[] MarksOf(IReadOnlyList<int> units)
    {
        var marks = new bool[units.Count == 0 ? 0 : units.Max() + 1];
        foreach (var unit in units)
        {
            marks[unit] = true;
        }

        return marks;
    }
}
