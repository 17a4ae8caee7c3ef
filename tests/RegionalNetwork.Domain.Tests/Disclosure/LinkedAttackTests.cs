using RegionalNetwork.Domain.Disclosure;

namespace RegionalNetwork.Domain.Tests.Disclosure;

/// <summary>
/// Plays everybody who puts together what they were shown of several fields and that some of them are parts of others.
/// <c>REGIONALNETWORK_TESTS=long</c> goes on for minutes.
/// </summary>
public sealed class LinkedAttackTests(ITestOutputHelper output)
{
    private const double SolverTolerance = 1e-4;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";

    private readonly int _seed = Random.Shared.Next();
    private readonly Dictionary<string, string> _pinned = [];
    private int _cells;
    private int _shown;
    private int _lines;
    private int _withheld;
    private int _solved;

    [Fact]
    public void Nobody_can_work_out_a_hidden_cell_from_fields_that_bound_each_other()
    {
        for (var network = 0; network < (IsLong ? 1_000 : 20); network++)
        {
            Attack(_seed + network, AsGroup, IsLong ? int.MaxValue : 800);
        }
        Report();
        Assert.True(_cells > 100, "Next to nothing was hidden.");
        Assert.True(_lines > 20, "Next to no sum was shown.");
        Assert.Empty(_pinned);
    }

    [Fact]
    public void Where_each_field_is_protected_by_itself_the_same_attacks_succeed()
    {
        for (var network = 0; network < 20; network++)
        {
            Attack(_seed + network, EachAlone, 800);
        }
        Report();
        Assert.True(_pinned.Count > 20, "The attack is too weak to tell anything.");
    }

    private static IReadOnlyList<DisclosureLedger> AsGroup(
        LinkedEngland england,
        IReadOnlyList<DisclosureLedger> before,
        FamilyTable[] tables
    ) =>
        DisclosureLedger.CompileTogether(
            england.Group,
            [.. before.Zip(tables, (ledger, table) => new FamilyToCompile(ledger, table, england.Lines))]
        );

    private static IReadOnlyList<DisclosureLedger> EachAlone(
        LinkedEngland england,
        IReadOnlyList<DisclosureLedger> before,
        FamilyTable[] tables
    ) => [.. before.Zip(tables, (ledger, table) => ledger.Compile(table, england.Lines))];

    private void Attack(
        int seed,
        Func<LinkedEngland, IReadOnlyList<DisclosureLedger>, FamilyTable[], IReadOnlyList<DisclosureLedger>> compile,
        int programmesMax
    )
    {
        var england = new LinkedEngland(seed, 6, 14);
        var random = new Random(seed);
        Knowledge[] known = [.. england.Families.Select(family => new Knowledge(family))];
        IReadOnlyList<DisclosureLedger> ledgers = [.. known.Select(_ => DisclosureLedger.Empty)];
        for (var round = random.Next(1, 4); round > 0; round--)
        {
            var tables = england.NextRound();
            ledgers = compile(england, ledgers, tables);
            for (var family = 0; family < known.Length; family++)
            {
                known[family].Learn(ledgers[family], tables[family], england.Lines);
            }
        }
        Count(england, known, ledgers);
        Attack(england, known, $"seed {seed}", programmesMax, random);
    }

    private void Attack(LinkedEngland england, Knowledge[] known, string seed, int programmesMax, Random random)
    {
        var hidden = known
            .SelectMany(family => family.Hidden.Select(cell => (Family: family, cell.Row, cell.Column)))
            .OrderBy(_ => random.Next())
            .ToArray();
        _cells += hidden.Length;
        var solved = 0;
        foreach (var insider in known[0].Units.OrderBy(_ => random.Next()).Prepend(null))
        {
            using var attack = new LinearAttack(known, england.Group.Bounds, insider);
            foreach (var (family, row, column) in hidden.Where(cell => cell.Row.Row.Unit != insider))
            {
                if (solved + attack.Solved >= programmesMax)
                {
                    break;
                }
                var value = row.Row.Cells[column]!.Value;
                var width = attack.Width(family, row, column);
                if (width < Knowledge.Required(value) - SolverTolerance)
                {
                    var place = Array.IndexOf(known, family);
                    _pinned.TryAdd(
                        $"{seed}: field {place} {row.Row.Unit} v{row.Row.Version} column {column} = {value}",
                        $"within {width} by {insider ?? "anybody"}"
                    );
                }
            }
            solved += attack.Solved;
            if (solved >= programmesMax)
            {
                break;
            }
        }
        _solved += solved;
    }

    private void Count(LinkedEngland england, Knowledge[] known, IReadOnlyList<DisclosureLedger> ledgers)
    {
        _shown += known.Sum(family => family.Rows.Sum(row => row.Shown.Count(shown => shown)));
        _lines += known.Sum(family => family.Lines.Count);
        _withheld += ledgers.Sum(ledger => england.Lines.Count(line => ledger.Line(line.Code) is null));
    }

    private void Report() =>
        output.WriteLine(
            $"seed {_seed}: {_shown} cells shown, {_cells} hidden and attacked, {_lines} lines shown and {_withheld} "
                + $"withheld, {_solved} linear programmes, {_pinned.Count} cells pinned"
        );
}
