using System.Runtime.InteropServices;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>One cell of a change, and by how much for each unit of it.</summary>
internal readonly record struct ChangeStep(int Family, int Row, int Column, double Change);

/// <summary>Cells of one or more families that change together, in proportion: what has to change with a cell so that all that was
/// shown stays as it is.</summary>
internal sealed class JointChange(PossibleWorld world)
{
    private readonly double[][] _changes =
    [
        .. world.Facts.Families.Select(family => new double[family.Rows.Length * family.Columns]),
    ];

    private readonly bool[] _moves = new bool[world.Facts.Families.Count];
    private readonly List<ChangeStep> _steps = [];

    /// <summary>Of each family that changes, where its steps begin; they end where the next family's begin.</summary>
    private readonly int[] _first = new int[world.Facts.Families.Count];

    private readonly List<int> _started = [];
    private readonly Obstacles _obstacles = new(world.Facts.Families.Count);

    /// <summary>How far the steps go for what changes itself.</summary>
    private double _limit;

    public IReadOnlyList<ChangeStep> Steps => _steps;

    private GroupFacts Facts => world.Facts;

    /// <param name="wanted">How far is far enough.</param>
    public void Begin(int family, IReadOnlyList<CellChange> cells, double wanted)
    {
        _limit = wanted;
        StartSteps(family);
        foreach (var cell in cells)
        {
            Add(new ChangeStep(family, cell.Row, cell.Column, cell.Change));
        }
        LimitFrom(0);
    }

    /// <summary>How far all steps go together, and the link that stops them there: no link if nothing that could change too
    /// does.</summary>
    public double Limit(out ChangeObstacle? obstacle)
    {
        var limit = _limit;
        obstacle = _obstacles.Nearest(ref limit);
        return limit;
    }

    private void LimitFrom(int first)
    {
        for (var index = first; index < _steps.Count; index++)
        {
            var step = _steps[index];
            if (step.Change < 0)
            {
                var value = world.ValueAt(step.Family, step.Row, step.Column);
                _limit = Math.Min(_limit, Math.Max(0, value) / -step.Change);
            }
            var from = new FamilyCell(step.Family, step.Column);
            foreach (var whole in Facts.Group.WholesOf(step.Family, step.Column))
            {
                LimitBy(new ChangeObstacle(from, whole, whole.Family, step.Row));
            }
            foreach (var part in Facts.Group.PartsOf(step.Family, step.Column))
            {
                LimitBy(new ChangeObstacle(part, from, part.Family, step.Row));
            }
        }
    }

    private void LimitBy(ChangeObstacle link)
    {
        var limit = LimitAt(link);
        if (limit >= _limit)
        {
            return;
        }
        if (_moves[link.Other])
        {
            _limit = limit;
        }
        else
        {
            _obstacles.Add(link, limit);
        }
    }

    private double LimitAt(ChangeObstacle link)
    {
        var (part, whole, row) = (link.Part, link.Whole, link.Row);
        var closing =
            _changes[part.Family][Place(part.Family, row, part.Column)]
            - _changes[whole.Family][Place(whole.Family, row, whole.Column)];
        if (closing <= 0)
        {
            return double.PositiveInfinity;
        }
        // Of figures that break the rule nothing is taken for granted; of those that are not there nothing follows.
        var room = world.ValueAt(whole.Family, row, whole.Column) - world.ValueAt(part.Family, row, part.Column);
        return double.IsNaN(room) ? double.PositiveInfinity : Math.Max(0, room) / closing;
    }

    /// <summary>Lets the family that stands in the way change too: in the same cells and by as much, or by the same share of the
    /// row.</summary>
    public bool TryAdd(ChangeObstacle link, RowShare? share, int insider)
    {
        var (family, first) = (link.Other, _steps.Count);
        StartSteps(family);
        var isAdded = share is { } rows ? TryAddShare(family, rows) : TryAddCells(family, first, link);
        if (!isAdded || IsOf(insider, family, first))
        {
            return false;
        }
        foreach (var met in _obstacles.Take(family))
        {
            _limit = Math.Min(_limit, LimitAt(met));
        }
        LimitFrom(first);
        return true;
    }

    private bool IsOf(int insider, int family, int first)
    {
        for (var index = first; index < _steps.Count; index++)
        {
            if (Facts.Families[family].UnitOf[_steps[index].Row] == insider)
            {
                return true;
            }
        }
        return false;
    }

    private bool TryAddCells(int family, int first, ChangeObstacle link)
    {
        var from = link.Part.Family == family ? link.Whole.Family : link.Part.Family;
        for (var index = _first[from]; index < first && _steps[index].Family == from; index++)
        {
            var step = _steps[index];
            if (ColumnIn(family, step) is not { } column)
            {
                continue;
            }
            if (!Facts.CanMove(family, step.Row, column))
            {
                return false;
            }
            Add(new ChangeStep(family, step.Row, column, step.Change));
        }
        return KeepsSums(family, first);
    }

    /// <summary>Shares of whole rows add up as the rows do.</summary>
    private bool TryAddShare(int family, RowShare share)
    {
        var facts = Facts.Families[family];
        var given = facts.Rows[share.Giver].Values;
        for (var column = 0; column < facts.Columns; column++)
        {
            if (given[column] == 0)
            {
                continue;
            }
            if (
                !Facts.CanMove(family, share.Row, column)
                || !Facts.CanMove(family, share.Partner, column)
                || !facts.AreTogether(share.Row, share.Partner, column)
            )
            {
                return false;
            }
            Add(new ChangeStep(family, share.Row, column, share.Share * given[column]));
            Add(new ChangeStep(family, share.Partner, column, -share.Share * given[column]));
        }
        return true;
    }

    private int? ColumnIn(int family, ChangeStep step)
    {
        foreach (var whole in Facts.Group.WholesOf(step.Family, step.Column))
        {
            if (whole.Family == family)
            {
                return whole.Column;
            }
        }
        foreach (var part in Facts.Group.PartsOf(step.Family, step.Column))
        {
            if (part.Family == family)
            {
                return part.Column;
            }
        }
        return null;
    }

    /// <summary>Whether the family's steps leave its totals and its published sums as they are.</summary>
    private bool KeepsSums(int family, int first)
    {
        var facts = Facts.Families[family];
        var steps = CollectionsMarshal.AsSpan(_steps)[first..];
        if (facts.Family.Relation == SumRelation.Several)
        {
            // Of cells that add up in several ways only shares of whole rows are known to.
            return false;
        }
        foreach (var step in steps)
        {
            if (!facts.KeepsSums(step, steps))
            {
                return false;
            }
        }
        return true;
    }

    public void Forget()
    {
        foreach (var step in _steps)
        {
            _changes[step.Family][Place(step.Family, step.Row, step.Column)] = 0;
        }
        foreach (var family in _started)
        {
            _moves[family] = false;
        }
        _steps.Clear();
        _started.Clear();
        _obstacles.Clear();
    }

    private void StartSteps(int family)
    {
        _moves[family] = true;
        _started.Add(family);
        _first[family] = _steps.Count;
    }

    private void Add(ChangeStep step)
    {
        _steps.Add(step);
        _changes[step.Family][Place(step.Family, step.Row, step.Column)] = step.Change;
    }

    private int Place(int family, int row, int column) => (row * Facts.Families[family].Columns) + column;
}
