using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// Plays everybody who might work out a hidden cell: an outsider and each council, with all cells and sums that were shown over
/// several compiles. <c>REGIONALNETWORK_TESTS=long</c> goes on for minutes.
/// </summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    private const double SolverTolerance = 1e-4;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";

    private readonly int _seed = Random.Shared.Next();

    [Fact]
    public void Nobody_can_work_out_a_hidden_cell_from_all_that_was_ever_shown()
    {
        var tally = new Tally();
        var programmes = IsLong ? int.MaxValue : 1_000;
        for (var network = 0; network < (IsLong ? 1_500 : 24); network++)
        {
            var england = new RandomEngland(_seed + network, 8, network % 4 == 0 ? 30 : 14);
            var knowledge = Play(england, new Random(_seed + network), tally);
            Attack(knowledge, $"seed {_seed + network}", tally, programmes);
        }
        output.WriteLine($"seed {_seed}: {tally}");
        Assert.True(tally.Cells > 100, "Next to nothing was hidden.");
        Assert.Empty(tally.Pinned);
    }

    [Fact]
    public void Nor_at_the_size_of_England()
    {
        var tally = new Tally();
        var programmes = IsLong ? 2_000 : 300;
        for (var network = 0; network < (IsLong ? 60 : 2); network++)
        {
            var england = new RandomEngland(_seed + network, 153, 153);
            var knowledge = Play(england, new Random(_seed + network), tally);
            Attack(knowledge, $"seed {_seed + network}", tally, programmes);
        }
        output.WriteLine($"seed {_seed}: {tally}");
        Assert.True(tally.Solved > 0, "No programme was solved.");
        Assert.Empty(tally.Pinned);
    }

    [Fact]
    public void Without_secondary_suppression_the_same_attacks_succeed()
    {
        var tally = new Tally();
        for (var network = 0; network < 40; network++)
        {
            var england = new RandomEngland(_seed + network, 8, 12);
            var knowledge = new Knowledge(england.Family);
            var table = england.NextRound();
            foreach (var row in table.Rows)
            {
                knowledge.Learn(row, column => !IsPrimary(england.Family, row, column));
            }
            foreach (var line in england.Lines)
            {
                knowledge.Learn(Sum(table, line));
            }
            tally.Networks++;
            Attack(knowledge, $"seed {_seed + network}", tally, int.MaxValue);
        }
        output.WriteLine(
            $"seed {_seed}: of {tally.Cells} hidden cells {tally.Pinned.Count} could be worked out too closely, "
                + $"{tally.Solved} linear programmes"
        );
        Assert.True(tally.Pinned.Count > 50, "The attack is too weak to tell anything.");
    }

    private static Knowledge Play(RandomEngland england, Random random, Tally tally)
    {
        var ledger = DisclosureLedger.Empty;
        var knowledge = new Knowledge(england.Family);
        for (var round = random.Next(1, 6); round > 0; round--)
        {
            var table = england.NextRound();
            ledger = ledger.Compile(table, england.Lines);
            Assert.Empty(ledger.AuditFailures);
            knowledge.Learn(ledger, table, england.Lines);
            tally.Compiles++;
        }
        tally.Networks++;
        tally.Count(knowledge, ledger, england.Lines);
        return knowledge;
    }

    private static void Attack(Knowledge knowledge, string seed, Tally tally, int programmesMax)
    {
        var order = new Random(knowledge.Lines.Count);
        var hidden = knowledge.Hidden.OrderBy(_ => order.Next()).ToArray();
        tally.Cells += hidden.Length;
        var solved = 0;
        foreach (var insider in knowledge.Units.OrderBy(_ => order.Next()).Prepend(null))
        {
            using var attack = new LinearAttack(knowledge, insider);
            foreach (var (row, column) in hidden.Where(cell => cell.Row.Row.Unit != insider))
            {
                if (solved + attack.Solved >= programmesMax)
                {
                    break;
                }
                var value = row.Row.Cells[column]!.Value;
                var width = attack.Width(knowledge, row, column);
                if (width < Knowledge.Required(value) - SolverTolerance)
                {
                    var cell = $"{row.Row.Unit} v{row.Row.Version} {knowledge.Family.Columns[column]} = {value}";
                    tally.Pinned.TryAdd($"{seed}: {cell}", $"within {width} by {insider ?? "anybody"}");
                }
            }
            solved += attack.Solved;
            if (solved >= programmesMax)
            {
                break;
            }
        }
        tally.Solved += solved;
    }

    private static bool IsPrimary(Family family, FamilyRow row, int column)
    {
        var isTotal = family.Relation == SumRelation.Total && column == family.Columns.Count - 1;
        return PrimaryRule.HidesCount(
            isTotal ? family.TotalSensitivity : family.Sensitivity,
            row.Cells[column] ?? 0,
            row.People
        );
    }

    private static PublishedLine Sum(FamilyTable table, CandidateLine line)
    {
        var rows = table.Rows.Where(row => line.Units.Contains(row.Unit) && row.Cells.All(cell => cell is not null));
        var sums = Enumerable.Range(0, table.Family.Columns.Count).Select(column => rows.Sum(row => row.Cells[column]));
        return new(
            line.Code,
            line.Area,
            [.. rows.Select(row => row.Unit)],
            [.. rows.Select(row => row.Version)],
            [.. sums],
            false
        );
    }

    private sealed class Tally
    {
        private int _shown;
        private int _lines;
        private readonly Dictionary<string, int> _withheld = [];

        public int Networks { get; set; }

        public int Compiles { get; set; }

        public int Cells { get; set; }

        public long Solved { get; set; }

        public Dictionary<string, string> Pinned { get; } = [];

        public void Count(Knowledge knowledge, DisclosureLedger ledger, IEnumerable<CandidateLine> lines)
        {
            _shown += knowledge.Rows.Sum(row => row.Shown.Count(shown => shown));
            _lines += knowledge.Lines.Count;
            foreach (var line in lines)
            {
                var outcome = ledger.Withheld(line.Code)?.ToString() ?? "newest form";
                _withheld[outcome] = _withheld.GetValueOrDefault(outcome) + 1;
            }
        }

        public override string ToString() =>
            $"{Networks} networks, {Compiles} compiles, {_shown} cells shown, {Cells} hidden and attacked, {_lines} lines "
            + $"({string.Join(", ", _withheld.Select(one => $"{one.Key} {one.Value}"))}), {Solved} linear programmes, "
            + $"{Pinned.Count} cells pinned";
    }
}
