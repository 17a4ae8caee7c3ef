using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>One version of a council's row, and which of its cells anybody was ever shown.</summary>
internal sealed record KnownRow(FamilyRow Row, bool[] Shown);

/// <summary>Everything that an outsider has ever been told of a family, gathered compile by compile from what the ledger offers to
/// callers.</summary>
internal sealed class Knowledge(Family family)
{
    private readonly Dictionary<(string Unit, int Version), KnownRow> _rows = [];
    private readonly Dictionary<string, PublishedLine> _lines = [];

    public Family Family => family;

    public IReadOnlyCollection<KnownRow> Rows => _rows.Values;

    public IReadOnlyCollection<PublishedLine> Lines => _lines.Values;

    public IEnumerable<string> Units => _rows.Keys.Select(key => key.Unit).Distinct();

    public IEnumerable<(KnownRow Row, int Column)> Hidden =>
        from row in Rows
        from column in Enumerable.Range(0, family.Columns.Count)
        where !row.Shown[column] && row.Row.Cells[column] is not null
        select (row, column);

    public void Learn(DisclosureLedger ledger, FamilyTable table, IEnumerable<CandidateLine> candidates)
    {
        foreach (var row in table.Rows)
        {
            Learn(row, column => ledger.IsShown(row.Unit, column));
        }
        foreach (var line in candidates.Select(candidate => ledger.Line(candidate.Code)).OfType<PublishedLine>())
        {
            Learn(line);
        }
    }

    public void Learn(FamilyRow row, Func<int, bool> isShown)
    {
        if (!_rows.TryGetValue((row.Unit, row.Version), out var known))
        {
            known = new KnownRow(row, new bool[family.Columns.Count]);
            _rows.Add((row.Unit, row.Version), known);
        }
        for (var column = 0; column < family.Columns.Count; column++)
        {
            known.Shown[column] |= isShown(column);
        }
    }

    public void Learn(PublishedLine line)
    {
        var members = string.Join(' ', line.UnitKeys.Zip(line.Versions));
        _lines.TryAdd($"{members} {string.Join(' ', line.Sums)}", line);
    }

    public KnownRow Find(string unit, int version) => _rows[(unit, version)];

    public static double Required(double value) => Math.Max(5, 0.2 * value);
}
