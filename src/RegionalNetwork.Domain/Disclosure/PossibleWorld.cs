namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Figures that nobody can tell from the true ones: everything that was shown is the same, no cell is negative, none is more than what
/// bounds it. Begins as the truth and is led away from it, change by change.
/// </summary>
internal sealed class PossibleWorld
{
    /// <summary>Making room for one cell may need room for another, of what bounds that: a chain of the table schemas' rules.</summary>
    private const int DepthMax = 3;

    /// <summary>Changes that are tried to make room for one cell.</summary>
    private const int ChangesMax = 3;

    /// <summary>How often room is made for one <see cref="Push"/>.</summary>
    private const int RoomsMax = 2;

    /// <summary>Less is the noise of binary fractions.</summary>
    public const double Nothing = 1e-9;

    private readonly double[][] _values;
    private readonly JointChange _change;
    private readonly List<ChangeStep> _made = [];
    private readonly HashSet<(FamilyCell Cell, int Row)> _exhausted = [];
    private readonly List<ChangeStep> _recorded = [];
    private readonly List<int> _ends = [];
    private int _rooms;

    public PossibleWorld(GroupFacts facts)
    {
        Facts = facts;
        _values = [.. facts.Families.Select(family => family.Rows.SelectMany(row => row.Values).ToArray())];
        _change = new JointChange(this);
    }

    /// <summary>What is hidden and which sums are published. Its figures never change.</summary>
    public GroupFacts Facts { get; set; }

    /// <summary>Places of the units whose figures differ after the last <see cref="Push"/> because of it.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>Begins to record what <see cref="Push"/> changes.</summary>
    public void Record()
    {
        _recorded.Clear();
        _ends.Clear();
    }

    /// <summary>All changes since the last <see cref="Record"/>, in whichever worlds.</summary>
    public WidthProof Proof() => new([.. _recorded], [.. _ends]);

    /// <summary>Back to the truth.</summary>
    public void Restore()
    {
        _exhausted.Clear();
        for (var index = _made.Count - 1; index >= 0; index--)
        {
            var step = _made[index];
            _values[step.Family][Place(step.Family, step.Row, step.Column)] = step.Change;
        }
        _made.Clear();
    }

    /// <summary>
    /// Changes the cells of the family together, as far as it goes and at most by <paramref name="wanted"/> times each one's change.
    /// Where a cell of another family stands in the way, that one changes with it, or before it, if it can.
    /// </summary>
    /// <param name="insider">Whose rows stay as they are.</param>
    /// <returns>How far it went.</returns>
    public double Push(int family, Patterns pattern, double wanted, int insider)
    {
        Touched.Clear();
        _rooms = 0;
        return PushAt(family, pattern, wanted, insider, 1);
    }

    private double PushAt(int family, Patterns pattern, double wanted, int insider, int depth)
    {
        var gone = PushTogether(family, pattern, wanted, insider, out var obstacle);
        while (
            gone < wanted
            && obstacle is { } found
            && depth < DepthMax
            && _rooms++ < RoomsMax
            && MakeRoom(found, wanted, insider, depth)
        )
        {
            var further = PushTogether(family, pattern, wanted - gone, insider, out obstacle);
            if (further == 0)
            {
                break;
            }
            gone += further;
        }
        return gone;
    }

    /// <summary>Whether the cell cannot become more (or, with a negative sign, less) whatever else does: it is nought, or stands at
    /// something that is shown.</summary>
    public bool IsStuck(int family, int row, int column, double sign)
    {
        var value = ValueAt(family, row, column);
        if (sign < 0 && value < Nothing)
        {
            return true;
        }
        foreach (var bound in sign < 0 ? Facts.Group.PartsOf(family, column) : Facts.Group.WholesOf(family, column))
        {
            var room = sign * (ValueAt(bound.Family, row, bound.Column) - value);
            if (room < Nothing && !Facts.CanMove(bound.Family, row, bound.Column))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Raises what bounds a cell from above, or lowers what bounds it from below, in a way of its own.</summary>
    private bool MakeRoom(ChangeObstacle obstacle, double wanted, int insider, int depth)
    {
        var isWhole = obstacle.Other == obstacle.Whole.Family;
        var cell = isWhole ? obstacle.Whole : obstacle.Part;
        if (
            Facts.Families[cell.Family].UnitOf[obstacle.Row] == insider
            || !Facts.CanMove(cell.Family, obstacle.Row, cell.Column)
            || _exhausted.Contains((cell, obstacle.Row))
        )
        {
            return false;
        }
        var ways = new Patterns(this);
        var (made, tried) = (0.0, 0);
        foreach (var _ in ways.Of(cell.Family, obstacle.Row, cell.Column, isWhole ? 1 : -1, insider))
        {
            made += PushAt(cell.Family, ways, wanted - made, insider, depth + 1);
            if (made >= wanted || ++tried == ChangesMax)
            {
                break;
            }
        }
        return made > 0 || !_exhausted.Add((cell, obstacle.Row));
    }

    private double PushTogether(int family, Patterns pattern, double wanted, int insider, out ChangeObstacle? obstacle)
    {
        _change.Begin(family, pattern.Cells, wanted);
        var (best, steps) = (0.0, 0);
        while (true)
        {
            var limit = _change.Limit(out obstacle);
            if (limit > best)
            {
                (best, steps) = (limit, _change.Steps.Count);
            }
            if (limit >= wanted || obstacle is not { } found || !_change.TryAdd(found, pattern.Share, insider))
            {
                break;
            }
        }
        if (best > Nothing)
        {
            Make(best, steps);
        }
        _change.Forget();
        return best > Nothing ? best : 0;
    }

    private void Make(double amount, int steps)
    {
        for (var index = 0; index < steps; index++)
        {
            var step = _change.Steps[index];
            ref var value = ref _values[step.Family][Place(step.Family, step.Row, step.Column)];
            _made.Add(step with { Change = value });
            value += amount * step.Change;
            _recorded.Add(step);
            Touched.Add(Facts.Families[step.Family].UnitOf[step.Row]);
        }
        _ends.Add(_recorded.Count);
    }

    public double ValueAt(int family, int row, int column) => _values[family][Place(family, row, column)];

    private int Place(int family, int row, int column) => (row * Facts.Families[family].Columns) + column;
}
