using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>A hidden cell that can be worked out too closely.</summary>
/// <param name="Insider">The contributor who can; null if everybody can.</param>
/// <param name="Width">What the audit is sure of, in the unit of the cell.</param>
public sealed record AuditFailure(string Unit, int Version, string Column, string? Insider, double Width);

/// <summary>
/// D6 for whole ledgers, whatever way they came about: for a hidden cell, and for the outsider and each contributor, how far the
/// figures could differ from what they are with everything that was ever shown the same. Knows nothing of how cells were chosen:
/// it reads the sums that were published and the cells that are hidden, and makes worlds that differ in none of them.
/// </summary>
/// <remarks>What it finds is a width that is there; there may be more. So it can reject what is safe, never pass what is not.</remarks>
internal sealed class BoundsAudit
{
    /// <summary>Changes that are tried to raise, and to lower, one cell. What so many do not show counts as not being there.</summary>
    private const int ChangesMax = 2_000;

    /// <summary>The same where families bound each other, so that each change is more work, and another attempt shows less.</summary>
    private const int LinkedChangesMax = 30;

    /// <summary>Sums of fractions differ by their order.</summary>
    private const double Tolerance = 1e-6;

    private readonly Patterns _patterns;
    private readonly PossibleWorld _world;
    private readonly double[] _carried;
    private readonly int _changesMax;

    public BoundsAudit(GroupFacts facts)
    {
        _world = new PossibleWorld(facts);
        _patterns = new Patterns(_world);
        _changesMax = facts.Group.Bounds.Count == 0 ? ChangesMax : LinkedChangesMax;
        _carried = new double[facts.Families[0].Units.Length];
    }

    /// <summary>What is hidden and which sums are published; others take its place only with the same figures.</summary>
    public GroupFacts Facts
    {
        get => _world.Facts;
        set => _world.Facts = value;
    }

    /// <summary>What fails in a family that nothing bounds.</summary>
    /// <param name="firstRow">Rows before it are left out.</param>
    public static ImmutableArray<AuditFailure> Failures(DisclosureLedger ledger, int firstRow = 0)
    {
        if (ledger.Family is not { } family)
        {
            return [];
        }
        var facts = new AuditFacts(family, ledger.Rows, ledger.Lines);
        var audit = new BoundsAudit(new GroupFacts(FamilyGroup.OfOne, [facts]));
        return [.. HiddenIn(audit.Facts, 0, firstRow).Select(cell => audit.Check(cell)).OfType<AuditFailure>()];
    }

    public static IEnumerable<HiddenCell> HiddenIn(GroupFacts facts, int family, int firstRow = 0)
    {
        for (var row = firstRow; row < facts.Families[family].Rows.Length; row++)
        {
            for (var column = 0; column < facts.Families[family].Columns; column++)
            {
                if (facts.CanMove(family, row, column))
                {
                    yield return new HiddenCell(family, row, column);
                }
            }
        }
    }

    /// <summary>Why nobody can work out the cell, after a <see cref="Check"/> that found that so.</summary>
    public WidthProof Proof() => _world.Proof();

    /// <returns>Null if nobody can work out the cell.</returns>
    public AuditFailure? Check(HiddenCell cell)
    {
        _world.Record();
        var own = Facts.Families[cell.Family];
        var value = own.Rows[cell.Row].Values[cell.Column];
        var required = CellWidths.Required(value) - Tolerance;
        var width = Width(cell, required, AuditFacts.Nobody);
        if (width < required)
        {
            return Failure(null);
        }
        // Without one council there is at least what does not go through it.
        foreach (var insider in ThoseWhoCarryMoreThan(width - required))
        {
            width = Width(cell, required, insider);
            if (width < required)
            {
                return Failure(own.Units[insider]);
            }
        }
        return null;

        AuditFailure Failure(string? insider) =>
            new(own.Rows[cell.Row].Unit, own.Rows[cell.Row].Version, own.Family.Columns[cell.Column], insider, width);
    }

    /// <summary>How far the cell can rise and fall for somebody who knows all rows of one unit, or of none. Enough is enough.</summary>
    private double Width(HiddenCell cell, double required, int insider)
    {
        Array.Clear(_carried);
        var own = Facts.Families[cell.Family].UnitOf[cell.Row];
        var (width, most) = (0.0, 0.0);
        for (var sign = 1; sign >= -1; sign -= 2)
        {
            var tried = 0;
            foreach (var _ in _patterns.Of(cell.Family, cell.Row, cell.Column, sign, insider))
            {
                var gain = _world.Push(cell.Family, _patterns, required, insider);
                width += gain;
                most = Math.Max(most, Carry(gain, own));
                if (width - most >= required || ++tried == _changesMax)
                {
                    break;
                }
            }
            _world.Restore();
            if (width - most >= required)
            {
                break;
            }
        }
        return width;
    }

    /// <returns>The most that goes through one of the units without which the change could not be.</returns>
    private double Carry(double gain, int own)
    {
        var most = 0.0;
        foreach (var unit in _world.Touched)
        {
            if (unit != own && gain > 0)
            {
                _carried[unit] += gain;
                most = Math.Max(most, _carried[unit]);
            }
        }
        return most;
    }

    /// <summary>Units, as places.</summary>
    private List<int> ThoseWhoCarryMoreThan(double amount)
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
}

/// <param name="Family">Its place in the group.</param>
internal readonly record struct HiddenCell(int Family, int Row, int Column);
