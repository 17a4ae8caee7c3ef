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

    /// <summary>Cells that an attempt finds before it gives up.</summary>
    private const int FailuresMax = 100;

    private readonly FamilyGroup _group;
    private readonly IReadOnlyList<FamilyToCompile> _families;

    /// <summary>Families that had to differ too where a cell was shown not to be worked out.</summary>
    private readonly Dictionary<HiddenCell, int[]> _ledAlong = [];

    /// <summary>The same by family.</summary>
    private readonly HashSet<HiddenCell>[] _relying;
    private readonly DisclosureLedger[] _ledgers;

    /// <summary>Families that show nothing new because too much could be worked out; what they bound shows nothing new
    /// either.</summary>
    private readonly bool[] _blind;

    /// <summary>Cells of such rows from earlier compiles.</summary>
    private readonly HashSet<HiddenCell> _blindCells = [];

    private readonly BoundsAudit _audit;
    private GroupFacts _facts;
    private HashSet<HiddenCell> _suspects = [];

    private GroupCompilation(FamilyGroup group, IReadOnlyList<FamilyToCompile> families)
    {
        (_group, _families) = (group, families);
        _blind = new bool[families.Count];
        _relying = [.. families.Select(_ => new HashSet<HiddenCell>())];
        _ledgers =
        [
            .. families.Select(family =>
                new Compilation(family.Ledger, family.Table, family.Candidates).PublishNothing(WithheldReason.Bounds)
            ),
        ];
        CheckRows(_ledgers);
        _facts = new GroupFacts(group, [.. _ledgers.Select(FactsOf)]);
        _audit = new BoundsAudit(_facts);
        CheckSettled();
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
        if (IsUnchanged(family.Ledger, next))
        {
            // Nothing was let out that was not audited before.
            return next;
        }
        var failures = BoundsAudit.Failures(next);
        return failures.IsEmpty
            ? next
            : compilation.PublishNothing(WithheldReason.Audit) with
            {
                AuditFailures = failures,
            };
    }

    private static bool IsUnchanged(DisclosureLedger before, DisclosureLedger after) =>
        after.Rows.Length == before.Rows.Length && after.Lines.Length == before.Lines.Length;

    /// <summary>What earlier compiles hid has to stay hidden, whatever is shown now.</summary>
    private void CheckSettled()
    {
        for (var family = 0; family < _families.Count; family++)
        {
            foreach (var cell in BoundsAudit.HiddenIn(_facts, family).Where(cell => !IsNew(cell)))
            {
                if (_audit.Check(cell) is null)
                {
                    Rely(cell, [.. _audit.LedAlong]);
                }
                else
                {
                    _blindCells.Add(cell);
                }
            }
        }
    }

    private void Take(int family)
    {
        var candidates = _families[family].Candidates;
        var isBelowBlind = _group.Bounds.Any(bound => bound.Part.Family == family && _blind[bound.Whole.Family]);
        for (var lines = candidates.Count; !isBelowBlind; lines /= 4)
        {
            if (TryWith(family, [.. candidates.Take(lines)]))
            {
                return;
            }
            if (lines == 0)
            {
                break;
            }
        }
        // Of rows that are hidden whole and in no sum nothing is known but what bounds them.
        _blind[family] = Try(family, _ledgers[family]).Count > 0;
    }

    /// <summary>Tries these lines; rows of which too much could be worked out are hidden whole.</summary>
    private bool TryWith(int family, IReadOnlyList<CandidateLine> lines)
    {
        var (ledger, table, candidates) = _families[family];
        var hidden = HiddenWithWholes(family);
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var next = new Compilation(ledger, Hide(table, hidden), lines).Publish();
            var failures = Try(family, next with { WithheldLines = Withheld(next, candidates, lines.Count) });
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

    private static ImmutableDictionary<string, WithheldReason> Withheld(
        DisclosureLedger next,
        IReadOnlyList<CandidateLine> candidates,
        int tried
    ) =>
        next.WithheldLines.AddRange(
            candidates.Skip(tried).Select(line => KeyValuePair.Create(line.Code, WithheldReason.Bounds))
        );

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
    /// <returns>Cells that could be; those of the last attempt first, and others only where none of them is left.</returns>
    private HashSet<HiddenCell> Try(int family, DisclosureLedger ledger)
    {
        var facts = _facts.With(family, FactsOf(ledger));
        _audit.Facts = facts;
        var certain = new List<(HiddenCell Cell, int[] LedAlong)>();
        var affected = BoundsAudit.HiddenIn(facts, family).Except(_blindCells).Union(_relying[family]).ToHashSet();
        _suspects.IntersectWith(affected);
        _suspects = Failing(_suspects);
        if (_suspects.Count == 0)
        {
            _suspects = Failing(affected);
        }
        if (_suspects.Count == 0)
        {
            _ledgers[family] = ledger;
            _facts = facts;
            foreach (var (cell, along) in certain)
            {
                Rely(cell, along);
            }
        }
        return _suspects;

        HashSet<HiddenCell> Failing(IEnumerable<HiddenCell> cells)
        {
            var failing = new HashSet<HiddenCell>();
            foreach (var cell in cells)
            {
                if (_audit.Check(cell) is null)
                {
                    certain.Add((cell, [.. _audit.LedAlong]));
                }
                else if (failing.Add(cell) && failing.Count == FailuresMax)
                {
                    break;
                }
            }
            return failing;
        }
    }

    private void Rely(HiddenCell cell, int[] along)
    {
        foreach (var family in _ledAlong.GetValueOrDefault(cell, []))
        {
            _relying[family].Remove(cell);
        }
        foreach (var family in along)
        {
            _relying[family].Add(cell);
        }
        _ledAlong[cell] = along;
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
                    bits |= _facts.CanMove(whole.Family, row, whole.Column) ? 1u << column : 0;
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
            for (var column = 0; column < _facts.Families[family].Columns; column++)
            {
                given |= _facts.IsGiven(family, row, column) ? 1u << column : 0;
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
