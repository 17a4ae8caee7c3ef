using System.Numerics;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// How closely hidden cells of one atom can be worked out (D4, D6), by the exchanges that leave every sum as it is: a council has
/// some more in one hidden group and as much less in another, and another council of the atom the other way round.
/// </summary>
/// <remarks>
/// Partners of a row are those that hide at least the same columns. For a cell x in row u and column c, with R the sum of the
/// row's other hidden cells, C the partners' cells of c, and O the partners' other hidden cells: it can rise by min(R, C) and fall
/// by min(x, O). Where the row's total is hidden too, or there is none, it rises by C and falls by x. A hidden total rises by
/// what the partners hide and falls by what its own row hides. Who contributes themselves takes their row out of C and O.
/// </remarks>
internal sealed class CellWidths(WorkTable table)
{
    /// <summary>What stands in the way: a row, and what kind of help it needs.</summary>
    public readonly record struct Shortfall(int Row, int Column, bool OwnRowIsTooSmall);

    private readonly double[] _sums = new double[table.Columns];
    private readonly double[] _largest = new double[table.Columns];
    private readonly List<int> _partners = [];
    private double _all;
    private double _largestRow;

    /// <summary>The first hidden cell that is not wide enough for somebody, or null.</summary>
    /// <param name="masks">Of each row: its hidden columns.</param>
    public Shortfall? FindShortfall(ReadOnlySpan<int> rows, ReadOnlySpan<uint> masks)
    {
        for (var first = 0; first < rows.Length; first++)
        {
            if (masks[first] == 0 || masks[..first].Contains(masks[first]))
            {
                continue;
            }
            GatherPartners(rows, masks, masks[first]);
            for (var index = first; index < rows.Length; index++)
            {
                if (masks[index] != masks[first] || FindShortfall(rows[index], masks[index]) is not { } shortfall)
                {
                    continue;
                }
                if (!table.SplitsMerged[rows[index]] || !IsSafeWithoutMerged(rows, masks, index))
                {
                    return shortfall;
                }
                GatherPartners(rows, masks, masks[first]);
            }
        }
        return table.Family.IsAmount ? FindDominant(rows, masks) : null;
    }

    /// <summary>For a row in no sum at all: only its own total, if that is shown, says anything of it.</summary>
    public bool IsSafeAlone(int row, uint mask)
    {
        if (mask == 0 || table.Relation != SumRelation.Total || (mask & table.TotalBit) != 0)
        {
            return true;
        }
        var isSplit = table.SplitsMerged[row] && (mask & (1u << (table.Columns - 1))) != 0;
        var isOneGroup = BitOperations.PopCount(mask) < DisclosureRules.HiddenMinGroups && !isSplit;
        return !isOneGroup && table.SumOf(row, mask) >= DisclosureRules.WidthMinPeople;
    }

    public static double Required(double value) =>
        Math.Max(DisclosureRules.WidthMinPeople, DisclosureRules.WidthMinShare * value);

    /// <summary>Merged groups that are hidden anyway need no partners; then partners need not hide them either.</summary>
    private bool IsSafeWithoutMerged(ReadOnlySpan<int> rows, ReadOnlySpan<uint> masks, int index)
    {
        var mask = masks[index] & ~(1u << (table.Columns - 1));
        GatherPartners(rows, masks, mask);
        return FindShortfall(rows[index], mask) is null;
    }

    private void GatherPartners(ReadOnlySpan<int> rows, ReadOnlySpan<uint> masks, uint mask)
    {
        _partners.Clear();
        Array.Clear(_sums);
        Array.Clear(_largest);
        (_all, _largestRow) = (0, 0);
        for (var index = 0; index < rows.Length; index++)
        {
            // Where columns add up in several ways only whole rows can be exchanged, and those must hide the same.
            var fits = table.Relation == SumRelation.Several ? masks[index] == mask : (masks[index] & mask) == mask;
            if (!fits)
            {
                continue;
            }
            _partners.Add(rows[index]);
            double row = 0;
            for (var bits = mask & table.AllColumns; bits != 0; bits &= bits - 1)
            {
                var column = BitOperations.TrailingZeroCount(bits);
                var value = table.Value(rows[index], column);
                row += value;
                _sums[column] += value;
                _largest[column] = Math.Max(_largest[column], value);
            }
            _all += row;
            _largestRow = Math.Max(_largestRow, row);
        }
    }

    private Shortfall? FindShortfall(int row, uint mask)
    {
        var targets = mask;
        if (table.SplitsMerged[row])
        {
            targets &= ~(1u << (table.Columns - 1));
        }
        if (targets == 0)
        {
            return null;
        }
        var own = table.SumOf(row, mask);
        var isFree = table.Relation != SumRelation.Total || (mask & table.TotalBit) != 0;
        for (var bits = targets & table.AllColumns; bits != 0; bits &= bits - 1)
        {
            var column = BitOperations.TrailingZeroCount(bits);
            if (_partners.Count < DisclosureRules.HiddenMinUnits || !IsWide(row, column, own, isFree, mask))
            {
                var required = Required(table.Value(row, column));
                return new(row, column, !isFree && (own < required || BitOperations.PopCount(mask) == 1));
            }
        }
        var totalIsSafe =
            (mask & table.TotalBit) == 0
            || (
                _partners.Count >= DisclosureRules.HiddenMinUnits
                && own + LeastOthers(row, own, mask) >= Required(table.Totals[row])
            );
        return totalIsSafe ? null : new(row, table.Columns, false);
    }

    private bool IsWide(int row, int column, double own, bool isFree, uint mask)
    {
        var value = table.Value(row, column);
        var required = Required(value);
        var rest = own - value;
        var same = _sums[column] - value;
        if (isFree)
        {
            return value + same - _largest[column] >= required
                || value + same - LargestPartner(row, column) >= required;
        }
        var others = _all - _sums[column] - rest;
        // First as if one council had the most of both; only if that is too little, council by council.
        if (Width(rest, same - _largest[column], value, others - _largestRow) >= required)
        {
            return true;
        }
        foreach (var insider in _partners)
        {
            if (insider == row)
            {
                continue;
            }
            var known = table.Value(insider, column);
            var knownOthers = table.SumOf(insider, mask) - known;
            if (Width(rest, same - known, value, others - knownOthers) < required)
            {
                return false;
            }
        }
        return true;
    }

    private static double Width(double rest, double same, double value, double others) =>
        Math.Max(0, Math.Min(rest, same)) + Math.Max(0, Math.Min(value, others));

    private double LargestPartner(int row, int column)
    {
        double largest = 0;
        foreach (var partner in _partners)
        {
            largest = partner == row ? largest : Math.Max(largest, table.Value(partner, column));
        }
        return largest;
    }

    /// <summary>What all partners but the largest hide.</summary>
    private double LeastOthers(int row, double own, uint mask)
    {
        double largest = 0;
        foreach (var partner in _partners)
        {
            largest = partner == row ? largest : Math.Max(largest, table.SumOf(partner, mask));
        }
        return _all - own - largest;
    }

    /// <summary>D8 for what is hidden of each column: sums less what is shown give exactly that away.</summary>
    private Shortfall? FindDominant(ReadOnlySpan<int> rows, ReadOnlySpan<uint> masks)
    {
        var parts = new double[rows.Length];
        for (var column = 0; column < table.Columns; column++)
        {
            var (count, largest) = (0, -1);
            for (var index = 0; index < rows.Length; index++)
            {
                var splits = column == table.Columns - 1 && table.SplitsMerged[rows[index]];
                if ((masks[index] & (1u << column)) != 0 && !splits)
                {
                    parts[count++] = table.Value(rows[index], column);
                    largest = largest < 0 || parts[count - 1] > table.Value(largest, column) ? rows[index] : largest;
                }
            }
            if (Dominance.Fails(parts.AsSpan(0, count)))
            {
                return new(largest, column, false);
            }
        }
        return null;
    }
}
