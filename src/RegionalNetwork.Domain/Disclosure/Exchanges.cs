namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Adds up, for one hidden cell, the exchanges through which it can rise and fall while all that is shown stays the same. What
/// goes through a partner's cell is counted once.
/// </summary>
internal sealed class Exchanges(AuditFacts facts)
{
    private const double Unlimited = double.MaxValue / 4;

    private readonly double[] _carried = new double[facts.Units.Length];
    private readonly double[] _own = new double[facts.Columns];
    private int _insider;

    /// <summary>How far the cell can rise and fall for somebody who knows all rows of one unit, or of none.</summary>
    public (double Rise, double Fall) Reach(int row, int column, int insider)
    {
        Array.Clear(_carried);
        _insider = insider;
        if (facts.UnitOf[row] == insider)
        {
            return (Unlimited, 0);
        }
        var value = facts.Rows[row].Values[column];
        return facts.Family.Relation switch
        {
            SumRelation.None => ReachOfColumn(row, column, value),
            SumRelation.Several => ReachOfWholeRow(row, column, value),
            _ when column == facts.Groups => (RiseOfTotal(row), FallOfTotal(row)),
            _ => (RiseOfGroup(row, column), FallOfGroup(row, column, value)),
        };
    }

    /// <summary>Units, as places, through which more than this went in the last <see cref="Reach"/>.</summary>
    public List<int> ThoseWhoCarryMoreThan(double amount)
    {
        var units = new List<int>();
        for (var unit = 0; unit < _carried.Length; unit++)
        {
            if (_carried[unit] > amount)
            {
                units.Add(unit);
            }
        }
        return units;
    }

    private (double Rise, double Fall) ReachOfColumn(int row, int column, double value)
    {
        if (facts.IsFree(row, column))
        {
            return (Unlimited, value);
        }
        var (rise, fall) = (0.0, 0.0);
        foreach (var other in facts.PeersOf(row))
        {
            if (IsPartner(other) && Hides(other, column) && facts.AreTogether(row, other, column))
            {
                rise += Carry(other, Value(other, column));
                fall += Carry(other, value - fall);
            }
        }
        return (rise, fall);
    }

    /// <summary>A share of one row moves to the other, whatever its columns add up to: so all of both must be hidden.</summary>
    private (double Rise, double Fall) ReachOfWholeRow(int row, int column, double value)
    {
        var (rise, fall) = (0.0, 0.0);
        if (IsFreeRow(row) && facts.Rows[row].Hidden == (1u << facts.Columns) - 1)
        {
            return (Unlimited, value);
        }
        foreach (var other in facts.PeersOf(row))
        {
            if (IsPartner(other) && CanSwapRows(row, other))
            {
                rise += Carry(other, Value(other, column));
                fall += Carry(other, value - fall);
            }
        }
        return (rise, fall);
    }

    private double RiseOfGroup(int row, int group)
    {
        var rise = 0.0;
        var isFree = facts.IsFree(row, group);
        if (isFree && HidesTotal(row) && facts.IsFree(row, facts.Groups))
        {
            return Unlimited;
        }
        for (var other = 0; other < facts.Groups; other++)
        {
            _own[other] = other != group && Hides(row, other) ? Value(row, other) : 0;
            if (isFree && facts.IsFree(row, other))
            {
                rise += _own[other];
                _own[other] = 0;
            }
        }
        foreach (var partner in facts.PeersOf(row))
        {
            var givable = IsPartner(partner) ? Givable(row, partner, group) : 0;
            if (givable == 0)
            {
                continue;
            }
            if (ShareHiddenTotals(row, partner))
            {
                rise += Carry(partner, givable);
                continue;
            }
            for (var other = 0; other < facts.Groups; other++)
            {
                if (_own[other] > 0 && Joins(row, partner, other))
                {
                    var amount = Math.Min(_own[other], givable);
                    _own[other] -= amount;
                    givable -= amount;
                    rise += Carry(partner, amount);
                }
            }
        }
        return rise;
    }

    private double FallOfGroup(int row, int group, double value)
    {
        var isFree = facts.IsFree(row, group);
        if (isFree && HasOtherFree(row, group))
        {
            return value;
        }
        var fall = 0.0;
        foreach (var partner in facts.PeersOf(row))
        {
            if (!IsPartner(partner) || !Joins(row, partner, group))
            {
                continue;
            }
            if (ShareHiddenTotals(row, partner))
            {
                fall += Carry(partner, value - fall);
                continue;
            }
            for (var other = 0; other < facts.Groups; other++)
            {
                // What is in no sum could only come back as the group itself.
                var comesBack = isFree && facts.IsFree(partner, other);
                if (other != group && !comesBack && Hides(partner, other) && Joins(partner, row, other))
                {
                    fall += Carry(partner, Math.Min(value - fall, Value(partner, other)));
                }
            }
        }
        return fall;
    }

    private double RiseOfTotal(int row)
    {
        if (facts.IsFree(row, facts.Groups) && HasOtherFree(row, facts.Groups))
        {
            return Unlimited;
        }
        var rise = 0.0;
        foreach (var partner in facts.PeersOf(row))
        {
            if (!IsPartner(partner) || !ShareHiddenTotals(row, partner))
            {
                continue;
            }
            for (var group = 0; group < facts.Groups; group++)
            {
                var isTaken = facts.IsFree(partner, group)
                    ? HasOtherFree(row, facts.Groups)
                    : Hides(row, group) && facts.AreTogether(row, partner, group);
                rise += isTaken && Hides(partner, group) ? Carry(partner, Value(partner, group)) : 0;
            }
        }
        return rise;
    }

    private double FallOfTotal(int row)
    {
        var fall = 0.0;
        for (var group = 0; group < facts.Groups; group++)
        {
            if (!Hides(row, group))
            {
                continue;
            }
            if (facts.IsFree(row, group) && facts.IsFree(row, facts.Groups))
            {
                fall += Value(row, group);
                continue;
            }
            foreach (var partner in facts.PeersOf(row))
            {
                if (IsPartner(partner) && ShareHiddenTotals(row, partner) && Joins(row, partner, group))
                {
                    fall += Carry(partner, Value(row, group));
                    break;
                }
            }
        }
        return fall;
    }

    /// <summary>What the partner can lose so that the row gains in the group: of the same group, or of any that is in no sum where
    /// this one is in none.</summary>
    private double Givable(int row, int partner, int group)
    {
        if (!facts.IsFree(row, group))
        {
            return Hides(partner, group) && facts.AreTogether(row, partner, group) ? Value(partner, group) : 0;
        }
        var sum = 0.0;
        for (var other = 0; other < facts.Groups; other++)
        {
            sum += Hides(partner, other) && facts.IsFree(partner, other) ? Value(partner, other) : 0;
        }
        return sum;
    }

    /// <summary>Whether one row can lose in a hidden group what the other gains: in the same group, or in any that is in no sum if
    /// this one is in none.</summary>
    private bool Joins(int loser, int gainer, int group) =>
        facts.IsFree(loser, group)
            ? HasOtherFree(gainer, facts.Groups)
            : Hides(gainer, group) && facts.AreTogether(loser, gainer, group);

    /// <summary>For the total itself: any hidden group in no sum. For a group: another such, or a hidden total in no sum.</summary>
    private bool HasOtherFree(int row, int column)
    {
        for (var other = 0; other < facts.Columns; other++)
        {
            if (other == facts.Groups && column == facts.Groups)
            {
                continue;
            }
            if (other != column && Hides(row, other) && facts.IsFree(row, other))
            {
                return true;
            }
        }
        return false;
    }

    private bool ShareHiddenTotals(int row, int partner) =>
        HidesTotal(row) && HidesTotal(partner) && facts.AreTogether(row, partner, facts.Groups);

    private bool CanSwapRows(int row, int partner)
    {
        for (var column = 0; column < facts.Columns; column++)
        {
            var isHidden = Hides(row, column) && Hides(partner, column);
            var isNothing = Value(row, column) == 0 && Value(partner, column) == 0;
            if (!(isHidden || isNothing) || !facts.AreTogether(row, partner, column))
            {
                return false;
            }
        }
        return true;
    }

    private bool IsFreeRow(int row)
    {
        var isFree = true;
        for (var column = 0; column < facts.Columns; column++)
        {
            isFree &= facts.IsFree(row, column);
        }
        return isFree;
    }

    private bool IsPartner(int other) => facts.UnitOf[other] != _insider;

    private bool Hides(int row, int column) => facts.Rows[row].Hides(column);

    private bool HidesTotal(int row) => Hides(row, facts.Groups);

    private double Value(int row, int column) => facts.Rows[row].Values[column];

    private double Carry(int partner, double amount)
    {
        _carried[facts.UnitOf[partner]] += amount;
        return amount;
    }
}
