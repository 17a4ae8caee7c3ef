namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// Figures that nobody can tell from the true ones: everything that was shown is the same, no cell is negative, none is more than what
/// bounds it. Begins as the truth and is led away from it, change by change.
/// </summary>
internal sealed class PossibleWorld
{
    /// <summary>More than any figure: what nothing limits.</summary>
    public const double Unlimited = double.MaxValue / 4;

    /// <summary>Making room for one cell may need room for another, of what bounds that: a chain of the table schemas' rules.</summary>
    private const int DepthMax = 3;

    /// <summary>Changes that are tried to make room for one cell.</summary>
    private const int ChangesMax = 10;

    private const double Nothing = 1e-9;

    private readonly double[][] _values;
    private readonly double[][] _changes;
    private readonly bool[] _moves;
    private readonly List<Step> _steps = [];
    private readonly List<Step> _made = [];
    private readonly HashSet<(FamilyCell Cell, int Row)> _exhausted = [];

    public PossibleWorld(GroupFacts facts)
    {
        Facts = facts;
        _values = [.. facts.Families.Select(family => family.Rows.SelectMany(row => row.Values).ToArray())];
        _changes = [.. _values.Select(values => new double[values.Length])];
        _moves = new bool[_values.Length];
    }

    /// <summary>What is hidden and which sums are published. Its figures never change.</summary>
    public GroupFacts Facts { get; set; }

    /// <summary>Families that were led away from the truth since the last <see cref="Restore"/>.</summary>
    public HashSet<int> Moved { get; } = [];

    /// <summary>Places of the units whose figures differ after the last <see cref="Push"/> because of it.</summary>
    public HashSet<int> Touched { get; } = [];

    /// <summary>Back to the truth. <see cref="Moved"/> stays.</summary>
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
        return PushAt(family, pattern, wanted, insider, 1);
    }

    private double PushAt(int family, Patterns pattern, double wanted, int insider, int depth)
    {
        var gone = PushTogether(family, pattern, wanted, insider, out var obstacle);
        while (gone < wanted && obstacle is { } found && depth < DepthMax && MakeRoom(found, wanted, insider, depth))
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
    private bool MakeRoom(Link obstacle, double wanted, int insider, int depth)
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

    private double PushTogether(int family, Patterns pattern, double wanted, int insider, out Link? obstacle)
    {
        foreach (var cell in pattern.Cells)
        {
            Add(new Step(family, cell.Row, cell.Column, cell.Change));
        }
        _moves[family] = true;
        var (best, steps) = (0.0, 0);
        while (true)
        {
            var limit = Limit(wanted, out obstacle);
            if (limit > best)
            {
                (best, steps) = (limit, _steps.Count);
            }
            if (limit >= wanted || obstacle is not { } found || !TryAdd(found, pattern.Share, insider))
            {
                break;
            }
        }
        if (best > Nothing)
        {
            Make(best, steps);
        }
        Forget();
        return best > Nothing ? best : 0;
    }

    /// <summary>How far all steps go together, and the link that stops them there: no link if it is a cell that would be
    /// negative.</summary>
    private double Limit(double wanted, out Link? obstacle)
    {
        var limit = wanted;
        obstacle = null;
        foreach (var step in _steps)
        {
            var value = ValueAt(step.Family, step.Row, step.Column);
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
        ref Link? obstacle
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
        var room = ValueAt(whole.Family, row, whole.Column) - ValueAt(part.Family, row, part.Column);
        if (Math.Max(0, room) < limit * closing)
        {
            limit = Math.Max(0, room) / closing;
            obstacle = _moves[other.Family] ? null : new Link(part, whole, other.Family, row);
        }
    }

    /// <summary>Lets the family that stands in the way change too: in the same cells and by as much, or by the same share of the
    /// row.</summary>
    private bool TryAdd(Link link, RowShare? share, int insider)
    {
        var (family, first) = (link.Other, _steps.Count);
        _moves[family] = true;
        var isAdded = share is { } rows ? TryAddShare(family, rows) : TryAddCells(family, first, link);
        return isAdded && !_steps.Exists(step => Facts.Families[family].UnitOf[step.Row] == insider);
    }

    private bool TryAddCells(int family, int first, Link link)
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
            Add(new Step(family, step.Row, column, step.Change));
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
            Add(new Step(family, share.Row, column, share.Share * given[column]));
            Add(new Step(family, share.Partner, column, -share.Share * given[column]));
        }
        return true;
    }

    private int? ColumnIn(int family, Step step)
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

    private bool IsMadeUpFor(AuditFacts facts, Step step, int first)
    {
        double sum = 0;
        for (var index = first; index < _steps.Count; index++)
        {
            var other = _steps[index];
            sum +=
                other.Column == step.Column && facts.AreTogether(step.Row, other.Row, step.Column) ? other.Change : 0;
        }
        return Math.Abs(sum) < Nothing;
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
        return Math.Abs(sum) < Nothing;
    }

    private void Add(Step step)
    {
        _steps.Add(step);
        _changes[step.Family][Place(step.Family, step.Row, step.Column)] = step.Change;
    }

    private void Make(double amount, int steps)
    {
        for (var index = 0; index < steps; index++)
        {
            var step = _steps[index];
            ref var value = ref _values[step.Family][Place(step.Family, step.Row, step.Column)];
            _made.Add(step with { Change = value });
            value += amount * step.Change;
            Moved.Add(step.Family);
            Touched.Add(Facts.Families[step.Family].UnitOf[step.Row]);
        }
    }

    private void Forget()
    {
        foreach (var step in _steps)
        {
            _changes[step.Family][Place(step.Family, step.Row, step.Column)] = 0;
            _moves[step.Family] = false;
        }
        _steps.Clear();
    }

    private double ValueAt(int family, int row, int column) => _values[family][Place(family, row, column)];

    private int Place(int family, int row, int column) => (row * Facts.Families[family].Columns) + column;

    private readonly record struct Step(int Family, int Row, int Column, double Change);

    private readonly record struct Link(FamilyCell Part, FamilyCell Whole, int Other, int Row);
}
