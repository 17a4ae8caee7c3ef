using System.Numerics;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// The rows of a compile as the solver sees them. Its columns are the groups that have sums of their own, and after them, if there
/// are groups too small for that, one that merges those. The total of a breakdown is a bit of its own, <see cref="TotalBit"/>.
/// </summary>
/// <remarks>
/// Merged groups are in no sum, so inside one council they can make up for each other freely. Where at least two of them are hidden
/// and add up to enough, nothing more is needed for them; otherwise the merged column is hidden like any other.
/// </remarks>
internal sealed class WorkTable
{
    private readonly uint _merged;
    private readonly int[] _columnOf;

    public WorkTable(Family family, IReadOnlyList<RowInCompile> rows, uint merged)
    {
        Relation = family.Relation;
        Family = family;
        _merged = merged;
        var groups = family.Columns.Count - (Relation == SumRelation.Total ? 1 : 0);
        var own = Enumerable.Range(0, groups).Where(group => (merged & (1u << group)) == 0).ToArray();
        Columns = own.Length + (merged == 0 ? 0 : 1);
        _columnOf = own;
        TotalBit = Relation == SumRelation.Total ? 1u << Columns : 0;
        Values = new double[rows.Count * Columns];
        Totals = new double[rows.Count];
        Need = new uint[rows.Count];
        IsSettled = new bool[rows.Count];
        HidesMerged = new bool[rows.Count];
        SplitsMerged = new bool[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            Fill(row, rows[row]);
        }
    }

    public Family Family { get; }

    public SumRelation Relation { get; }

    /// <summary>Without the total.</summary>
    public int Columns { get; }

    public uint TotalBit { get; }

    public uint AllColumns => (1u << Columns) - 1;

    /// <summary>Row by row, <see cref="Columns"/> each.</summary>
    public double[] Values { get; }

    public double[] Totals { get; }

    /// <summary>What must be hidden: in a settled row what is hidden.</summary>
    public uint[] Need { get; }

    /// <summary>Compiled before: nothing can be hidden any more.</summary>
    public bool[] IsSettled { get; }

    /// <summary>Merged groups must be hidden, or are.</summary>
    public bool[] HidesMerged { get; }

    /// <summary>Merged groups, once hidden, protect each other, so that the merged column need not be certified.</summary>
    public bool[] SplitsMerged { get; }

    private bool HasMerged => _merged != 0;

    public double Value(int row, int column) => Values[(row * Columns) + column];

    public double SumOf(int row, uint columns)
    {
        double sum = 0;
        for (var bits = columns & AllColumns; bits != 0; bits &= bits - 1)
        {
            sum += Values[(row * Columns) + BitOperations.TrailingZeroCount(bits)];
        }
        return sum;
    }

    /// <summary>The family's columns that a solution hides in a row.</summary>
    public uint FamilyBits(int row, uint mask)
    {
        var bits = HidesMerged[row] ? _merged : 0;
        for (var rest = mask & AllColumns; rest != 0; rest &= rest - 1)
        {
            var column = BitOperations.TrailingZeroCount(rest);
            bits |= IsMerged(column) ? _merged : 1u << _columnOf[column];
        }
        return (mask & TotalBit) == 0 ? bits : bits | (1u << (Family.Columns.Count - 1));
    }

    private bool IsMerged(int column) => HasMerged && column == Columns - 1;

    private void Fill(int row, RowInCompile source)
    {
        IsSettled[row] = source.IsSettled;
        if (!source.IsComplete)
        {
            return;
        }
        for (var column = 0; column < _columnOf.Length; column++)
        {
            Values[(row * Columns) + column] = source.Values[_columnOf[column]];
            Need[row] |= ((source.MustHide >> _columnOf[column]) & 1) << column;
        }
        if (HasMerged)
        {
            FillMerged(row, source);
        }
        if (Relation == SumRelation.Total)
        {
            FillTotal(row, source);
        }
    }

    private void FillMerged(int row, RowInCompile source)
    {
        var hidden = source.MustHide & _merged;
        // Of a settled row only what is hidden can move; a new one hides all merged groups or none.
        var movable = source.IsSettled ? hidden : _merged;
        double sum = 0;
        for (var bits = movable; bits != 0; bits &= bits - 1)
        {
            sum += source.Values[BitOperations.TrailingZeroCount(bits)];
        }
        Values[(row * Columns) + Columns - 1] = sum;
        HidesMerged[row] = hidden != 0;
        SplitsMerged[row] =
            BitOperations.PopCount(movable) >= DisclosureRules.HiddenMinGroups && sum >= DisclosureRules.WidthMinPeople;
        if (hidden != 0 && (source.IsSettled || !SplitsMerged[row]))
        {
            Need[row] |= 1u << (Columns - 1);
        }
    }

    private void FillTotal(int row, RowInCompile source)
    {
        var total = source.Values.Length - 1;
        Totals[row] = source.Values[total];
        // Nothing inside a shown total of three people can be hidden widely enough.
        var tooSmall = !source.IsSettled && source.MustHide != 0 && Totals[row] < DisclosureRules.WidthMinPeople;
        if (tooSmall || (source.MustHide & (1u << total)) != 0)
        {
            Need[row] |= TotalBit;
        }
    }
}

/// <summary>A row as a compile begins.</summary>
/// <param name="MustHide">By rules of its own, or because it was hidden before.</param>
/// <param name="IsSettled">Compiled before: it hides exactly that.</param>
internal sealed record RowInCompile(
    string Unit,
    int Version,
    double[] Values,
    double People,
    uint MustHide,
    bool IsSettled
)
{
    public bool IsComplete { get; } = !Values.Any(double.IsNaN);
}
