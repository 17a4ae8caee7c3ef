using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>A hidden cell that can be worked out too closely.</summary>
/// <param name="Insider">The contributor who can; null if everybody can.</param>
/// <param name="Width">What the audit is sure of, in the unit of the cell.</param>
public sealed record AuditFailure(string Unit, int Version, string Column, string? Insider, double Width);

/// <summary>
/// D6 for a whole ledger, whatever way it came about: for every hidden cell, and for the outsider and each contributor, how far the
/// figures could differ from what they are with everything that was ever shown the same. Knows nothing of how cells were chosen:
/// it reads the sums that were published and the cells that are hidden, and adds up exchanges that change none of them.
/// </summary>
/// <remarks>What it finds is a width that is there; there may be more. So it can reject what is safe, never pass what is not.</remarks>
internal static class BoundsAudit
{
    /// <summary>Sums of fractions differ by their order.</summary>
    private const double Tolerance = 1e-6;

    public static ImmutableArray<AuditFailure> Failures(DisclosureLedger ledger)
    {
        if (ledger.Family is not { } family)
        {
            return [];
        }
        var facts = new AuditFacts(family, ledger.Rows, ledger.Lines);
        var exchanges = new Exchanges(facts);
        var failures = ImmutableArray.CreateBuilder<AuditFailure>();
        for (var row = 0; row < ledger.Rows.Length; row++)
        {
            for (var column = 0; column < family.Columns.Count; column++)
            {
                if (ledger.Rows[row].Hides(column) && ledger.Rows[row].IsComplete)
                {
                    Check(facts, exchanges, row, column, failures);
                }
            }
        }
        return failures.ToImmutable();
    }

    private static void Check(
        AuditFacts facts,
        Exchanges exchanges,
        int row,
        int column,
        ImmutableArray<AuditFailure>.Builder failures
    )
    {
        var value = facts.Rows[row].Values[column];
        var required = Math.Max(DisclosureRules.WidthMinPeople, DisclosureRules.WidthMinShare * value) - Tolerance;
        var (rise, fall) = exchanges.Reach(row, column, AuditFacts.Nobody);
        if (rise + fall < required)
        {
            failures.Add(Failure(null, rise + fall));
            return;
        }
        // Without one council there is at least what does not go through it.
        foreach (var insider in exchanges.ThoseWhoCarryMoreThan(rise + fall - required))
        {
            (rise, fall) = exchanges.Reach(row, column, insider);
            if (rise + fall < required)
            {
                failures.Add(Failure(facts.Units[insider], rise + fall));
                return;
            }
        }

        AuditFailure Failure(string? insider, double width) =>
            new(facts.Rows[row].Unit, facts.Rows[row].Version, facts.Family.Columns[column], insider, width);
    }
}
