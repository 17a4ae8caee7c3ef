using System.Numerics;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Chooses what else to hide in one atom: rows that are in exactly the same sums, of all that were ever published.
/// </summary>
/// <remarks>
/// What is hidden is a rectangle, the same groups in each of at least three councils. An exchange between two councils inside it
/// changes no sum, because every sum has both councils or neither, no row total, and nothing that is shown. So whatever sums there
/// are, the figures as they are and those after any exchange look the same from outside; <see cref="CellWidths"/> says how far
/// exchanges reach. Councils whose total is too small hide all their groups and the total.
/// </remarks>
internal sealed class AtomSolver(WorkTable table)
{
    private readonly CellWidths _widths = new(table);

    private int[] _rows = [];
    private uint[] _masks = [];
    private uint _groups;
    private bool[] _isHidden = [];
    private bool[] _hidesTotal = [];

    /// <returns>What each row hides; null if the atom cannot be made safe.</returns>
    public uint[]? Solve(int[] rows, bool isInSums)
    {
        _rows = rows;
        _masks = new uint[rows.Length];
        _groups = 0;
        foreach (var row in rows)
        {
            _groups |= table.Need[row];
        }
        if (_groups == 0)
        {
            return _masks;
        }
        _isHidden = new bool[rows.Length];
        _hidesTotal = new bool[rows.Length];
        for (var index = 0; index < rows.Length; index++)
        {
            _isHidden[index] = table.Need[rows[index]] != 0;
            _hidesTotal[index] = (table.Need[rows[index]] & table.TotalBit) != 0;
        }
        _groups &= table.AllColumns;
        if (table.Relation == SumRelation.Several)
        {
            _groups |= GroupsOfAny();
        }
        return isInSums ? SolveTogether() : SolveAlone();
    }

    private uint[]? SolveTogether()
    {
        while (true)
        {
            if (!HasEnoughGroups() && !AddGroup())
            {
                return null;
            }
            SetMasks();
            if (_widths.FindShortfall(_rows, _masks) is not { } shortfall)
            {
                return _masks;
            }
            if (!Extend(shortfall))
            {
                return null;
            }
        }
    }

    private uint[]? SolveAlone()
    {
        while (!HasEnoughGroups() && AddGroup()) { }
        for (var index = 0; index < _rows.Length; index++)
        {
            _hidesTotal[index] |= _isHidden[index] && !_widths.IsSafeAlone(_rows[index], _groups);
        }
        SetMasks();
        for (var index = 0; index < _rows.Length; index++)
        {
            if (table.Relation == SumRelation.Several && !table.IsSettled[_rows[index]] && _isHidden[index])
            {
                _masks[index] = table.AllColumns;
            }
            if (table.IsSettled[_rows[index]] && !_widths.IsSafeAlone(_rows[index], _masks[index]))
            {
                return null;
            }
        }
        return _masks;
    }

    private void SetMasks()
    {
        var every = _groups | GroupsOfAny();
        for (var index = 0; index < _rows.Length; index++)
        {
            _masks[index] =
                table.IsSettled[_rows[index]] ? table.Need[_rows[index]]
                : _hidesTotal[index] ? every | table.TotalBit
                : _isHidden[index] ? _groups
                : 0;
            _masks[index] |= table.HidesMerged[_rows[index]] ? 1u << (table.Columns - 1) : 0;
        }
    }

    /// <summary>Where the row's own cells are what limits, other councils are no help.</summary>
    private bool Extend(CellWidths.Shortfall shortfall)
    {
        var index = Array.IndexOf(_rows, shortfall.Row);
        if (table.Relation != SumRelation.Total)
        {
            return AddRow(shortfall.Column);
        }
        if ((_masks[index] & table.TotalBit) != 0)
        {
            return AddTotal();
        }
        if (!shortfall.OwnRowIsTooSmall && AddRow(shortfall.Column))
        {
            return true;
        }
        if (AddGroup())
        {
            return true;
        }
        if (table.IsSettled[shortfall.Row] || _hidesTotal[index])
        {
            return false;
        }
        return _hidesTotal[index] = true;
    }

    private bool HasEnoughGroups()
    {
        if (table.Relation != SumRelation.Total || BitOperations.PopCount(_groups) >= DisclosureRules.HiddenMinGroups)
        {
            return true;
        }
        for (var index = 0; index < _rows.Length; index++)
        {
            if (_isHidden[index] && !_hidesTotal[index] && !table.IsSettled[_rows[index]])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The smallest group that has anybody in it. Groups of nobody give no room.</summary>
    private bool AddGroup()
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var column = 0; column < table.Columns; column++)
        {
            if ((_groups & (1u << column)) != 0)
            {
                continue;
            }
            double sum = 0;
            foreach (var row in _rows)
            {
                sum += table.Value(row, column);
            }
            if (sum > 0 && sum < least)
            {
                (best, least) = (column, sum);
            }
        }
        if (best < 0)
        {
            return false;
        }
        _groups |= 1u << best;
        return true;
    }

    /// <summary>The smallest council that was never shown, first of those with anybody in the group that needs it (D4).</summary>
    private bool AddRow(int column)
    {
        var (best, least, bestHelps) = (-1, 0.0, false);
        for (var index = 0; index < _rows.Length; index++)
        {
            if (_isHidden[index] || table.IsSettled[_rows[index]])
            {
                continue;
            }
            var sum = table.SumOf(_rows[index], _groups);
            var helps = column < table.Columns && table.Value(_rows[index], column) > 0;
            if (sum > 0 && (best < 0 || (helps && !bestHelps) || (helps == bestHelps && sum < least)))
            {
                (best, least, bestHelps) = (index, sum, helps);
            }
        }
        return best >= 0 && (_isHidden[best] = true);
    }

    /// <summary>One more council hides its total, the smallest first.</summary>
    private bool AddTotal()
    {
        var best = -1;
        for (var index = 0; index < _rows.Length; index++)
        {
            if (_hidesTotal[index] || table.IsSettled[_rows[index]] || table.Totals[_rows[index]] <= 0)
            {
                continue;
            }
            if (best < 0 || table.Totals[_rows[index]] < table.Totals[_rows[best]])
            {
                best = index;
            }
        }
        return best >= 0 && (_isHidden[best] = _hidesTotal[best] = true);
    }

    private uint GroupsOfAny()
    {
        uint groups = 0;
        foreach (var row in _rows)
        {
            for (var column = 0; column < table.Columns; column++)
            {
                groups |= table.Value(row, column) > 0 ? 1u << column : 0;
            }
        }
        return groups;
    }
}
