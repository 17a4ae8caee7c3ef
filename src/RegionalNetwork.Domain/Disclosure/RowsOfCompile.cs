using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>The rows of all compiles so far and, after them, those that are new in this one, by unit.</summary>
internal sealed class RowsOfCompile
{
    private readonly ImmutableArray<LedgerRow> _settled;
    private readonly List<RowInCompile> _all = [];
    private readonly Family _family;

    public RowsOfCompile(DisclosureLedger previous, FamilyTable table)
    {
        _family = table.Family;
        _settled = previous.Rows;
        CheckFamily(previous.Family);
        // What a unit's earlier versions hid, its new one hides (D15).
        var hiddenBefore = new Dictionary<string, uint>();
        var known = new Dictionary<(string, int), int>();
        for (var row = 0; row < _settled.Length; row++)
        {
            var settled = _settled[row];
            known.Add((settled.Unit, settled.Version), row);
            hiddenBefore[settled.Unit] = hiddenBefore.GetValueOrDefault(settled.Unit) | settled.Hidden;
            _all.Add(
                new RowInCompile(settled.Unit, settled.Version, settled.Values, settled.People, settled.Hidden, true)
            );
        }
        var current = ImmutableDictionary.CreateBuilder<string, int>();
        foreach (var row in table.Rows.OrderBy(row => row.Unit, StringComparer.Ordinal))
        {
            if (!known.TryGetValue((row.Unit, row.Version), out var place))
            {
                place = _all.Count;
                _all.Add(New(row, hiddenBefore.GetValueOrDefault(row.Unit)));
            }
            else if (!_settled[place].Values.AsSpan().SequenceEqual(ValuesOf(row)))
            {
                throw new ArgumentException(
                    $"Version {row.Version} of {row.Unit} had other figures before.",
                    nameof(table)
                );
            }
            if (!current.TryAdd(row.Unit, place))
            {
                throw new ArgumentException($"{row.Unit} has two rows.", nameof(table));
            }
        }
        Current = current.ToImmutable();
        Complete = [.. Enumerable.Range(0, _all.Count).Where(row => _all[row].IsComplete)];
    }

    public IReadOnlyList<RowInCompile> All => _all;

    public int[] Complete { get; }

    public ImmutableDictionary<string, int> Current { get; }

    public uint AllColumns => (1u << _family.Columns.Count) - 1;

    public bool[] Members(IEnumerable<int> rows)
    {
        var members = new bool[_all.Count];
        foreach (var row in rows)
        {
            members[row] = true;
        }
        return members;
    }

    public ImmutableArray<LedgerRow> Settle(Func<int, uint> hidden)
    {
        var rows = _settled.ToBuilder();
        for (var row = _settled.Length; row < _all.Count; row++)
        {
            var source = _all[row];
            rows.Add(new LedgerRow(source.Unit, source.Version, source.Values, hidden(row), source.People));
        }
        return rows.ToImmutable();
    }

    private RowInCompile New(FamilyRow row, uint hiddenBefore)
    {
        var values = ValuesOf(row);
        if (
            values.Length != _family.Columns.Count
            || Array.Exists(values, value => value < 0 || double.IsInfinity(value))
        )
        {
            throw new ArgumentException(
                $"{row.Unit} must have {_family.Columns.Count} cells, none negative.",
                nameof(row)
            );
        }
        var mustHide = hiddenBefore | (row.AlsoDisclosive & AllColumns);
        for (var column = 0; column < values.Length; column++)
        {
            var isTotal = _family.Relation == SumRelation.Total && column == values.Length - 1;
            var sensitivity = isTotal ? _family.TotalSensitivity : _family.Sensitivity;
            var hides =
                !double.IsNaN(values[column]) && PrimaryRule.HidesCount(sensitivity, values[column], row.People);
            mustHide |= hides ? 1u << column : 0;
        }
        return new RowInCompile(row.Unit, row.Version, values, row.People, mustHide, false);
    }

    private static double[] ValuesOf(FamilyRow row) => [.. row.Cells.Select(cell => cell ?? double.NaN)];

    private void CheckFamily(Family? before)
    {
        if (_family.Columns.Count is 0 or > 30)
        {
            throw new ArgumentException("A family has 1 to 30 columns.", nameof(before));
        }
        if (
            before is not null
            && (before.Relation != _family.Relation || !before.Columns.SequenceEqual(_family.Columns))
        )
        {
            throw new ArgumentException("A ledger is of one family.", nameof(before));
        }
    }
}
