using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Disclosure;

/// <summary>What the audit has to know, worked out from the ledger alone.</summary>
internal sealed class AuditFacts
{
    public const int Nobody = -1;

    private readonly int[] _class;
    private readonly int[]?[] _peers;

    /// <summary>Of each row, what its hidden groups add up to.</summary>
    private readonly double[] _hidden;

    public AuditFacts(Family family, ImmutableArray<LedgerRow> rows, ImmutableArray<PublishedLine> lines)
    {
        (Family, Rows) = (family, rows);
        Columns = family.Columns.Count;
        Groups = family.Relation == SumRelation.Total ? Columns - 1 : Columns;
        Units = [.. rows.Select(row => row.Unit).Distinct()];
        var places = Units.Select((unit, place) => (unit, place)).ToDictionary(one => one.unit, one => one.place);
        UnitOf = [.. rows.Select(row => places[row.Unit])];
        _class = new int[rows.Length * Columns];
        _peers = new int[rows.Length][];
        _hidden = [.. rows.Select(HiddenIn)];
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

    /// <summary>Nothing of the row was ever shown, and it is in no sum.</summary>
    public bool IsFreeRow(int row)
    {
        for (var column = 0; column < Columns; column++)
        {
            if (!IsFree(row, column) || !Rows[row].Hides(column))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether the other steps make up for one, in the sums that were published and in what the row adds up to.</summary>
    /// <param name="steps">All of this family that belong together.</param>
    public bool KeepsSums(ChangeStep step, ReadOnlySpan<ChangeStep> steps)
    {
        var (together, all, across) = (0.0, 0.0, 0.0);
        foreach (var other in steps)
        {
            if (other.Column == step.Column)
            {
                all += other.Change;
                together += AreTogether(step.Row, other.Row, step.Column) ? other.Change : 0;
            }
            if (other.Row == step.Row)
            {
                across += other.Column == Groups ? -other.Change : other.Change;
            }
        }
        var addsUp = Family.Relation switch
        {
            SumRelation.None => true,
            SumRelation.Total => IsNothing(across),
            // Either shares of whole rows change, which add up as the rows do, or a row of which nothing is known.
            _ => IsNothing(all) || IsFreeRow(step.Row),
        };
        return addsUp && (IsFree(step.Row, step.Column) || IsNothing(together));
    }

    private static bool IsNothing(double change) => Math.Abs(change) < PossibleWorld.Nothing;

    /// <summary>Other rows that are in the sums of some column together with this one and hide something: nobody else can make up
    /// for it. Those who hide most come first.</summary>
    public int[] PeersOf(int row) => _peers[row] ??= FindPeers(row);

    private int[] FindPeers(int row)
    {
        var peers = new List<int>();
        for (var other = 0; other < Rows.Length; other++)
        {
            for (var column = 0; column < Columns && other != row && Rows[other].Hidden != 0; column++)
            {
                if (!IsFree(row, column) && AreTogether(row, other, column))
                {
                    peers.Add(other);
                    break;
                }
            }
        }
        return [.. peers.OrderByDescending(peer => _hidden[peer])];
    }

    private double HiddenIn(LedgerRow row)
    {
        double sum = 0;
        for (var group = 0; group < Groups; group++)
        {
            sum += row.Hides(group) ? row.Values[group] : 0;
        }
        return sum;
    }

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
