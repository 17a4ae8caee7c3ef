using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>What the audit has to know, worked out from the ledger alone.</summary>
internal sealed class AuditFacts
{
    public const int Nobody = -1;

    private readonly int[] _class;

    public AuditFacts(Family family, ImmutableArray<LedgerRow> rows, ImmutableArray<PublishedLine> lines)
    {
        (Family, Rows) = (family, rows);
        Columns = family.Columns.Count;
        Groups = family.Relation == SumRelation.Total ? Columns - 1 : Columns;
        Units = [.. rows.Select(row => row.Unit).Distinct()];
        var places = Units.Select((unit, place) => (unit, place)).ToDictionary(one => one.unit, one => one.place);
        UnitOf = [.. rows.Select(row => places[row.Unit])];
        _class = new int[rows.Length * Columns];
        Classify(lines);
    }

    public Family Family { get; }

    public ImmutableArray<LedgerRow> Rows { get; }

    public int Columns { get; }

    /// <summary>Columns without the total of a breakdown.</summary>
    public int Groups { get; }

    public ImmutableArray<string> Units { get; }

    /// <summary>Of each row, its place in <see cref="Units"/>.</summary>
    public ImmutableArray<int> UnitOf { get; }

    /// <summary>In no sum of this column.</summary>
    public bool IsFree(int row, int column) => _class[(row * Columns) + column] == 0;

    /// <summary>Whether every sum of the column has both rows or neither.</summary>
    public bool AreTogether(int row, int other, int column) =>
        _class[(row * Columns) + column] == _class[(other * Columns) + column];

    private void Classify(ImmutableArray<PublishedLine> lines)
    {
        for (var column = 0; column < Columns; column++)
        {
            // Rows of one class before a sum, and in it, are of one class after it.
            var next = 0;
            foreach (var line in lines)
            {
                if ((line.Published & (1u << column)) == 0)
                {
                    continue;
                }
                var renamed = new Dictionary<int, int>();
                foreach (var row in line.Rows)
                {
                    ref var own = ref _class[(row * Columns) + column];
                    if (!renamed.TryGetValue(own, out var name))
                    {
                        renamed.Add(own, name = ++next);
                    }
                    own = name;
                }
            }
        }
    }
}
