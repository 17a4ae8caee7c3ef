using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>
/// One compile of families that bound each other. Each is taken in by itself, those that bound before those that are bounded, and
/// tries to show as much as it would alone; what can then be worked out, of it or of those before, makes it show less, in the end
/// nothing new.
/// </summary>
internal sealed class GroupCompilation
{
    /// <summary>How often rows of which too much could be worked out are hidden whole before sums are given up.</summary>
    private const int AttemptsMax = 3;

    private readonly FamilyGroup _group;
    private readonly IReadOnlyList<FamilyToCompile> _families;
    private readonly DisclosureLedger[] _ledgers;

    /// <summary>Families that show nothing new because too much could be worked out; what they bound shows nothing new
    /// either.</summary>
    private readonly bool[] _blind;

    private readonly GroupAudit _audit;

    private GroupCompilation(FamilyGroup group, IReadOnlyList<FamilyToCompile> families)
    {
        (_group, _families) = (group, families);
        _blind = new bool[families.Count];
        _ledgers =
        [
            .. families.Select(family =>
                new Compilation(family.Ledger, family.Table, family.Candidates).PublishNothing(WithheldReason.Bounds)
            ),
        ];
        CheckRows(_ledgers);
        _audit = new GroupAudit(
            new GroupFacts(group, [.. _ledgers.Select(FactsOf)]),
            [.. families.Select(family => family.Ledger.Rows.Length)]
        );
    }

    public static IReadOnlyList<DisclosureLedger> Run(FamilyGroup group, IReadOnlyList<FamilyToCompile> families)
    {
        if (group.Bounds.Count == 0)
        {
            return [.. families.Select(RunAlone)];
        }
        var compilation = new GroupCompilation(group, families);
        foreach (var family in group.Order)
        {
            compilation.Take(family);
        }
        return compilation.Finish();
    }

    private static DisclosureLedger RunAlone(FamilyToCompile family)
    {
        var compilation = new Compilation(family.Ledger, family.Table, family.Candidates);
        var next = compilation.Publish();
        // Without a new sum all that was hidden before is as safe as it was: nothing says more of it.
        var failures = BoundsAudit.Failures(next, HasNewSums(family, next) ? 0 : family.Ledger.Rows.Length);
        return failures.IsEmpty
            ? next
            : compilation.PublishNothing(WithheldReason.Audit) with
            {
                AuditFailures = failures,
            };
    }

    private static bool HasNewSums(FamilyToCompile before, DisclosureLedger after) =>
        after.Lines.Length > before.Ledger.Lines.Length;

    private void Take(int family)
    {
        _audit.Turn();
        var candidates = IsWorthTryingSums(family) ? _families[family].Candidates.Count : 0;
        var isBelowBlind = _group.Bounds.Any(bound => bound.Part.Family == family && _blind[bound.Whole.Family]);
        if (isBelowBlind || !TryWithFewerAndFewer(family, candidates))
        {
            // Of rows that are hidden whole and in no sum nothing is known but what bounds them.
            _blind[family] = Try(family, _ledgers[family]).Count > 0;
        }
        var (now, before) = (_ledgers[family], _families[family].Ledger);
        _ledgers[family] = now with { SumsTriedAt = candidates > 0 ? now.Rows.Length : before.SumsTriedAt };
    }

    private bool TryWithFewerAndFewer(int family, int candidates)
    {
        for (var lines = candidates; lines > 0; lines /= 4)
        {
            if (TryWith(family, lines))
            {
                return true;
            }
        }
        return TryWith(family, 0);
    }

    /// <summary>
    /// What was given up stays so until a few returns are new: to try it again everything that was ever hidden has to be looked at
    /// again, and of one or two returns little can come.
    /// </summary>
    private bool IsWorthTryingSums(int family)
    {
        var (ledger, table, candidates) = _families[family];
        return _ledgers[family].Rows.Length >= ledger.SumsTriedAt + DisclosureRules.DifferenceMinUnits
            || new Compilation(ledger, table, candidates).HasSumsNeverTried();
    }

    /// <summary>Tries so many sums; rows of which too much could be worked out are hidden whole.</summary>
    private bool TryWith(int family, int lines)
    {
        var (ledger, table, candidates) = _families[family];
        var hidden = HiddenWithWholes(family);
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var next = new Compilation(ledger, Hide(table, hidden), [.. candidates.Take(lines)]).Publish();
            var failures = Try(family, next with { WithheldLines = Withheld(family, next, lines) });
            if (failures.Count == 0)
            {
                return true;
            }
            if (!HideRows(family, failures, hidden))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Sums that were not tried are withheld for the reason that they were before.</summary>
    private ImmutableDictionary<string, WithheldReason> Withheld(int family, DisclosureLedger next, int tried)
    {
        var (ledger, _, candidates) = _families[family];
        return next.WithheldLines.AddRange(
            candidates
                .Skip(tried)
                .Select(line => KeyValuePair.Create(line.Code, ledger.Withheld(line.Code) ?? WithheldReason.Bounds))
        );
    }

    /// <returns>False if there is nothing more to hide.</returns>
    private bool HideRows(int family, IEnumerable<HiddenCell> failures, Dictionary<string, uint> hidden)
    {
        var all = (1u << _families[family].Table.Family.Columns.Count) - 1;
        var isMore = false;
        foreach (var cell in failures.Where(IsNew))
        {
            var unit = _ledgers[family].Rows[cell.Row].Unit;
            isMore |= hidden.GetValueOrDefault(unit) != all;
            hidden[unit] = all;
        }
        return isMore;
    }

    /// <summary>Takes the ledger in if nothing can be worked out then.</summary>
    /// <returns>Cells that could be.</returns>
    private IReadOnlyCollection<HiddenCell> Try(int family, DisclosureLedger ledger)
    {
        var failures = _audit.Try(family, FactsOf(ledger), HasNewSums(_families[family], ledger));
        if (failures.Count == 0)
        {
            _ledgers[family] = ledger;
        }
        return failures;
    }

    /// <summary>What is hidden of a whole would say too much of it in a part. By unit, columns as bits.</summary>
    private Dictionary<string, uint> HiddenWithWholes(int family)
    {
        var hidden = new Dictionary<string, uint>(StringComparer.Ordinal);
        var columns = _families[family].Table.Family.Columns.Count;
        for (var row = _families[family].Ledger.Rows.Length; row < _ledgers[family].Rows.Length; row++)
        {
            var bits = 0u;
            for (var column = 0; column < columns; column++)
            {
                foreach (var whole in _group.WholesOf(family, column))
                {
                    bits |= _audit.Facts.CanMove(whole.Family, row, whole.Column) ? 1u << column : 0;
                }
            }
            hidden[_ledgers[family].Rows[row].Unit] = bits;
        }
        return hidden;
    }

    private static FamilyTable Hide(FamilyTable table, Dictionary<string, uint> hidden) =>
        table with
        {
            Rows =
            [
                .. table.Rows.Select(row =>
                    row with
                    {
                        AlsoDisclosive = row.AlsoDisclosive | hidden.GetValueOrDefault(row.Unit),
                    }
                ),
            ],
        };

    private bool IsNew(HiddenCell cell) => cell.Row >= _families[cell.Family].Ledger.Rows.Length;

    private IReadOnlyList<DisclosureLedger> Finish() =>
        [.. _ledgers.Select((ledger, family) => ledger with { Rows = WithGiven(ledger, family) })];

    private ImmutableArray<LedgerRow> WithGiven(DisclosureLedger ledger, int family)
    {
        var rows = ledger.Rows.ToBuilder();
        for (var row = _families[family].Ledger.Rows.Length; row < rows.Count; row++)
        {
            var given = 0u;
            for (var column = 0; column < _audit.Facts.Families[family].Columns; column++)
            {
                given |= _audit.Facts.IsGiven(family, row, column) ? 1u << column : 0;
            }
            rows[row] = rows[row] with { Given = given };
        }
        return rows.ToImmutable();
    }

    private static AuditFacts FactsOf(DisclosureLedger ledger) => new(ledger.Family!, ledger.Rows, ledger.Lines);

    private static void CheckRows(DisclosureLedger[] families)
    {
        foreach (var ledger in families)
        {
            if (
                !ledger
                    .Rows.Select(row => (row.Unit, row.Version))
                    .SequenceEqual(families[0].Rows.Select(row => (row.Unit, row.Version)))
            )
            {
                throw new ArgumentException("Families that bound each other have the same rows.", nameof(families));
            }
        }
    }
}
