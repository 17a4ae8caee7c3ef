namespace RegionalNetwork.Domain.Disclosure;

/// <summary>One cell of a change, and by how much for each unit of it.</summary>
internal readonly record struct ChangeStep(int Family, int Row, int Column, double Change);

/// <summary>What stops a change: in this row the part would be more than its whole.</summary>
/// <param name="Other">The family of the two that does not change yet.</param>
internal readonly record struct ChangeObstacle(FamilyCell Part, FamilyCell Whole, int Other, int Row);

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

    public IReadOnlyList<ChangeStep> Steps => _steps;

    private GroupFacts Facts => world.Facts;

    public void Begin(int family, IReadOnlyList<CellChange> cells)
    {
        foreach (var cell in cells)
        {
            Add(new ChangeStep(family, cell.Row, cell.Column, cell.Change));
        }
        _moves[family] = true;
    }

    /// <summary>How far all steps go together, and the link that stops them there: no link if it is a cell that would be
    /// negative.</summary>
    public double Limit(double wanted, out ChangeObstacle? obstacle)
    {
        var limit = wanted;
        obstacle = null;
        foreach (var step in _steps)
        {
            var value = world.ValueAt(step.Family, step.Row, step.Column);
            if (step.Change < 0 && value < limit * -step.Change)
            {
                (limit, obstacle) = (Math.Max(0, value) / -step.Change, null);
            }
            var from = new FamilyCell(step.Family, step.Column);
            foreach (var whole in Facts.Group.WholesOf(step.Family, step.Column))
            {
                Narrow(from, whole, whole, step.Row, ref limit, ref obstacle);
            }
            foreach (var part in Facts.Group.PartsOf(step.Family, step.Column))
            {
                Narrow(part, from, part, step.Row, ref limit, ref obstacle);
            }
        }
        return limit;
    }

    private void Narrow(
        FamilyCell part,
        FamilyCell whole,
        FamilyCell other,
        int row,
        ref double limit,
        ref ChangeObstacle? obstacle
    )
    {
        var closing =
            _changes[part.Family][Place(part.Family, row, part.Column)]
            - _changes[whole.Family][Place(whole.Family, row, whole.Column)];
        if (closing <= 0)
        {
            return;
        }
        // Of figures that break the rule, or are not there, nothing is taken for granted.
        var room = world.ValueAt(whole.Family, row, whole.Column) - world.ValueAt(part.Family, row, part.Column);
        if (Math.Max(0, room) < limit * closing)
        {
            limit = Math.Max(0, room) / closing;
            obstacle = _moves[other.Family] ? null : new ChangeObstacle(part, whole, other.Family, row);
        }
    }

    /// <summary>Lets the family that stands in the way change too: in the same cells and by as much, or by the same share of the
    /// row.</summary>
    public bool TryAdd(ChangeObstacle link, RowShare? share, int insider)
    {
        var (family, first) = (link.Other, _steps.Count);
        _moves[family] = true;
        var isAdded = share is { } rows ? TryAddShare(family, rows) : TryAddCells(family, first, link);
        return isAdded && !_steps.Exists(step => Facts.Families[family].UnitOf[step.Row] == insider);
    }

    private bool TryAddCells(int family, int first, ChangeObstacle link)
    {
        var from = link.Part.Family == family ? link.Whole.Family : link.Part.Family;
        for (var index = 0; index < first; index++)
        {
            var step = _steps[index];
            if (step.Family != from || ColumnIn(family, step) is not { } column)
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
        for (var index = first; index < _steps.Count; index++)
        {
            var step = _steps[index];
            var isMadeUpFor = facts.IsFree(step.Row, step.Column) || IsMadeUpFor(facts, step, first);
            if (!isMadeUpFor || !AddsUp(facts, step.Row, first))
            {
                return false;
            }
        }
        return true;
    }

    private bool IsMadeUpFor(AuditFacts facts, ChangeStep step, int first)
    {
        double sum = 0;
        for (var index = first; index < _steps.Count; index++)
        {
            var other = _steps[index];
            sum +=
                other.Column == step.Column && facts.AreTogether(step.Row, other.Row, step.Column) ? other.Change : 0;
        }
        return Math.Abs(sum) < PossibleWorld.Nothing;
    }

    private bool AddsUp(AuditFacts facts, int row, int first)
    {
        if (facts.Family.Relation != SumRelation.Total)
        {
            return facts.Family.Relation == SumRelation.None;
        }
        double sum = 0;
        for (var index = first; index < _steps.Count; index++)
        {
            var step = _steps[index];
            if (step.Row == row)
            {
                sum += step.Column == facts.Groups ? -step.Change : step.Change;
            }
        }
        return Math.Abs(sum) < PossibleWorld.Nothing;
    }

    public void Forget()
    {
        foreach (var step in _steps)
        {
            _changes[step.Family][Place(step.Family, step.Row, step.Column)] = 0;
            _moves[step.Family] = false;
        }
        _steps.Clear();
    }

    private void Add(ChangeStep step)
    {
        _steps.Add(step);
        _changes[step.Family][Place(step.Family, step.Row, step.Column)] = step.Change;
    }

    private int Place(int family, int row, int column) => (row * Facts.Families[family].Columns) + column;
}
