using System.Text.Json;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Disclosure;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Tests.Disclosure;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.ReturnedFigures;

/// <summary>
/// Everybody who may ask asks the API for everything: rows and sums of every indicator, job type, period and round, and the same as
/// files. All of them together, knowing who is in each sum, and one council's own returns beside, try to work out what was not shown.
/// </summary>
public sealed class ReturnedAttackTests(RunningServer server, ITestOutputHelper output) : IClassFixture<RunningServer>
{
    private const string Network = "attacked";
    private const string Region = "E12000005";
    private const double SolverTolerance = 1e-4;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";

    private static readonly Family Family = new(
        GeneratedQuarter.JobTypes,
        SumRelation.Total,
        Sensitivity.Standard,
        Sensitivity.Standard,
        false
    );

    private static readonly (string Code, string Name)[] Councils =
    [
        ("E08000025", "Birmingham"),
        ("E08000026", "Coventry"),
        ("E08000027", "Dudley"),
        ("E06000019", "Herefordshire, County of"),
        ("E08000028", "Sandwell"),
        ("E06000051", "Shropshire"),
        ("E08000029", "Solihull"),
        ("E08000030", "Walsall"),
        ("E08000031", "Wolverhampton"),
        ("E10000034", "Worcestershire"),
        ("E08000003", "Manchester"),
        ("E08000032", "Bradford"),
    ];

    /// <summary>Breaches are some of all assignments, type by type: the table schema says so to everybody.</summary>
    private static readonly CellBound[] Bounds =
    [
        .. Enumerable
            .Range(0, GeneratedQuarter.JobTypes.Length)
            .Select(column => new CellBound(new FamilyCell(1, column), new FamilyCell(0, column))),
    ];

    private readonly Random _random = new(Seed);

    private static readonly int Seed = Random.Shared.Next();

    private int _cells;
    private int _programmes;
    private int _lines;
    private int _exported;

    [Fact]
    public async Task Nobody_can_work_out_a_hidden_figure_from_all_answers_together()
    {
        await FoundAsync();
        var withMask = new Dictionary<string, string>();
        var withoutComplement = new Dictionary<string, string>();
        foreach (var period in Periods())
        {
            var quarter = new GeneratedQuarter(period, _random);
            var known = GeneratedQuarter.Fields.ToDictionary(field => field, _ => new Knowledge(Family));
            var primary = GeneratedQuarter.Fields.ToDictionary(field => field, _ => new Knowledge(Family));
            for (var round = 1; round <= 3; round++)
            {
                await ReturnAsync(quarter, round);
                await LearnAsync(quarter, known, primary);
                quarter.History.Add(quarter.Current.ToDictionary());
            }

            Attack(known, period, withMask);
            Attack(primary, period, withoutComplement);
        }

        TestContext.Current.SendDiagnosticMessage(
            $"Attack on the API, seed {Seed}: {_cells} hidden cells, {_lines} sums, {_exported} numbers in files, {_programmes} linear programmes; "
                + $"{withMask.Count} worked out; without secondary suppression {withoutComplement.Count}."
        );
        output.WriteLine($"Seed {Seed}.");
        Assert.True(_cells > 100, "Next to nothing was hidden.");
        Assert.True(_lines > 0, "No sum was shown.");
        Assert.True(_exported > 100, "Next to nothing was exported.");
        Assert.Empty(withMask);
        Assert.NotEmpty(withoutComplement);
    }

    private static IEnumerable<string> Periods() =>
        from year in Enumerable.Range(20, IsLong ? 6 : 1)
        from quarter in Enumerable.Range(1, IsLong ? 4 : 3)
        select $"20{year}{year + 1}-Q{quarter}";

    private async Task FoundAsync()
    {
        await server.Client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            $"""code: "{Network}", name: "Network", scope: BOTH""",
            "network { code }"
        );
        await server.Client.SucceedAsync(
            As.AllRoles,
            "drawUpSharingAgreement",
            $"""code: "{Network}-1", network: "{Network}", title: "T", purpose: "P", subjects: [FIGURES], indicators: ["AGY-04"], tiers: [NETWORK_NAMED], from: "2019-04-01", to: "2029-03-31", retentionYears: 7, breachContact: "DPO" """,
            "agreement { code }"
        );
        // One member of another region, and one council of the region that is no member.
        foreach (var (code, _) in Councils[1..11])
        {
            await server.Client.SucceedAsync(
                As.AllRoles,
                "admitCouncilToNetwork",
                $"""network: "{Network}", council: "{code}", from: "2019-04-01" """,
                "network { code }"
            );
            await server.Client.SucceedAsync(
                As.Approver(code),
                "signSharingAgreement",
                $"""agreement: "{Network}-1", council: "{code}" """,
                "agreement { code }"
            );
        }
    }

    /// <summary>Some councils return at first, others late; in the last round one restates and one withdraws.</summary>
    private async Task ReturnAsync(GeneratedQuarter quarter, int round)
    {
        foreach (var (code, name) in Councils)
        {
            var isIn = quarter.Current.ContainsKey(code);
            if (!isIn && round < 3 && (round == 2 || _random.Next(10) < 7))
            {
                await ReleaseAsync(quarter, code, name, "enterReturn", "");
            }
            else if (isIn && round == 3 && _random.Next(8) == 0)
            {
                await ReleaseAsync(quarter, code, name, "restateReturn", """, reason: "Counted anew" """);
            }
            else if (isIn && round == 3 && _random.Next(8) == 0)
            {
                await server.Client.SucceedAsync(
                    As.Approver(code),
                    "withdrawReturn",
                    $"""{Of(quarter, code)}, reason: "Wrong year" """,
                    "return { status }"
                );
                quarter.Current.Remove(code);
            }
        }

        await server.Client.SucceedAsync(
            As.NationalOffice,
            "compileReturnRound",
            $"""collection: "agency", period: "{quarter.Period}" """,
            "round { number }"
        );
    }

    private async Task ReleaseAsync(GeneratedQuarter quarter, string code, string name, string mutation, string reason)
    {
        var table = JsonSerializer.Serialize(quarter.NextTable(code, name));
        var entered = JsonElement.Parse(
            await server.Client.SucceedAsync(
                As.DataOfficer(code),
                mutation,
                $"{Of(quarter, code)}, csv: {table}{reason}",
                "return { draft { number warnings { code item field } } }"
            )
        );
        var draft = entered.At("draft.number").GetInt32();
        var explanations = entered
            .At("draft.warnings")
            .EnumerateArray()
            .Select(warning =>
                $$"""{ field: {{warning.At("field").GetRawText()}}, item: {{warning.At("item").GetRawText()}}, text: "So it is." }"""
            );
        await server.Client.SucceedAsync(
            As.DataOfficer(code),
            "submitReturn",
            $"{Of(quarter, code)}, explanations: [{string.Join(", ", explanations)}]",
            "return { status }"
        );
        await server.Client.SucceedAsync(
            As.Approver(code),
            "approveReturn",
            $"{Of(quarter, code)}, draft: {draft}",
            "return { status }"
        );
        await server.Client.SucceedAsync(
            As.Approver(code),
            "releaseReturn",
            $"{Of(quarter, code)}, level: PUBLIC",
            "return { status }"
        );
    }

    private static string Of(GeneratedQuarter quarter, string council) =>
        $"""collection: "agency", council: "{council}", period: "{quarter.Period}" """;

    /// <summary>Asks as everybody, and keeps every cell that anybody but its own council was shown, and every sum.</summary>
    private async Task LearnAsync(
        GeneratedQuarter quarter,
        Dictionary<string, Knowledge> known,
        Dictionary<string, Knowledge> primary
    )
    {
        var shown = new HashSet<(string Council, string Field, int Column)>();
        var sums = new Dictionary<(string Area, string Field), double?[]>();
        Actor?[] viewers =
        [
            As.Anonymous,
            As.NationalOffice,
            As.Coordinator(Network),
            .. Councils.Select(council => As.Psw(council.Code)),
        ];
        for (var column = 0; column < GeneratedQuarter.JobTypes.Length; column++)
        {
            foreach (var viewer in viewers)
            {
                var answer = await AskAsync(quarter.Period, GeneratedQuarter.JobTypes[column], viewer);
                Rows(answer, viewer, quarter, column, shown);
                Sum(answer.At("all.england"), "E92000001", column, sums);
                Sum(answer.At("region.region"), Region, column, sums);
                Sum(answer.At("network.network"), Network, column, sums);
            }
        }

        foreach (var viewer in viewers)
        {
            foreach (var number in await ExportedQuarter.ReadAsync(server, quarter.Period, viewer))
            {
                File(number, viewer, quarter, shown, sums);
            }
        }

        foreach (var field in GeneratedQuarter.Fields)
        {
            foreach (var (council, version) in quarter.Current)
            {
                var row = RowOf(quarter, council, version, field);
                known[field].Learn(row, column => shown.Contains((council, field, column)));
                primary[field]
                    .Learn(
                        row,
                        column => !PrimaryRule.HidesCount(Sensitivity.Standard, row.Cells[column]!.Value, row.People)
                    );
            }

            foreach (var ((area, of), values) in sums.Where(sum => sum.Key.Field == field))
            {
                var line = LineOf(quarter, area, of, values);
                known[field].Learn(line);
                primary[field].Learn(line);
                _lines++;
            }
        }
    }

    private async Task<JsonElement> AskAsync(string period, string jobType, Actor? viewer)
    {
        var arguments =
            $$"""indicator: "AGY-04", period: "{{period}}", where: [{ dimension: "job_type", item: "{{jobType}}" }]""";
        const string Sum = "{ numerator denominator }";
        var answer = await server.Client.QueryAsync(
            $$"""
            {
              all: benchmark({{arguments}}) {
                england {{Sum}}
                rows { code figure { value numerator { value } denominator { value } } }
              }
              region: benchmark({{arguments}}, region: "{{Region}}") { region {{Sum}} }
              network: benchmark({{arguments}}, network: "{{Network}}") { network {{Sum}} }
            }
            """,
            null,
            viewer
        );
        return answer.Data;
    }

    private static void Rows(
        JsonElement answer,
        Actor? viewer,
        GeneratedQuarter quarter,
        int column,
        HashSet<(string Council, string Field, int Column)> shown
    )
    {
        foreach (var row in answer.At("all.rows").EnumerateArray())
        {
            var council = row.Text("code")!;
            if (
                row.At("figure").ValueKind == JsonValueKind.Null
                || viewer?.Grants.Any(grant => grant.Place.Code == council) == true
            )
            {
                continue;
            }

            Assert.True(quarter.Current.ContainsKey(council), $"{council} is shown and is not in.");
            Cell("figure.denominator", GeneratedQuarter.Fields[0]);
            Cell("figure.numerator", GeneratedQuarter.Fields[1]);
            // A rate tells both parts of each other.
            if (row.At("figure.value").ValueKind == JsonValueKind.Number)
            {
                Assert.Contains((council, GeneratedQuarter.Fields[0], column), shown);
                Assert.Contains((council, GeneratedQuarter.Fields[1], column), shown);
            }

            void Cell(string path, string field)
            {
                if (
                    row.At(path).ValueKind == JsonValueKind.Object
                    && row.At(path + ".value").ValueKind == JsonValueKind.Number
                )
                {
                    var truth = quarter.Cells[(council, quarter.Current[council], field)][column];
                    Assert.Equal(truth, row.At(path + ".value").GetDouble());
                    shown.Add((council, field, column));
                }
            }
        }
    }

    private void File(
        ExportedNumber number,
        Actor? viewer,
        GeneratedQuarter quarter,
        HashSet<(string Council, string Field, int Column)> shown,
        Dictionary<(string Area, string Field), double?[]> sums
    )
    {
        _exported++;
        if (!number.IsCouncil)
        {
            if (number.Code is Region or "E92000001")
            {
                Sum(number.Code, number.Field, number.Column, number.Value, sums);
            }
        }
        else if (viewer?.Grants.Any(grant => grant.Place.Code == number.Code) != true)
        {
            Assert.Equal(
                quarter.Cells[(number.Code, quarter.Current[number.Code], number.Field)][number.Column],
                number.Value
            );
            shown.Add((number.Code, number.Field, number.Column));
        }
    }

    private static void Sum(
        JsonElement rollup,
        string area,
        int column,
        Dictionary<(string Area, string Field), double?[]> sums
    )
    {
        if (rollup.ValueKind != JsonValueKind.Object || rollup.At("numerator").ValueKind != JsonValueKind.Number)
        {
            return;
        }

        Sum(area, GeneratedQuarter.Fields[1], column, rollup.At("numerator").GetDouble(), sums);
        Sum(area, GeneratedQuarter.Fields[0], column, rollup.At("denominator").GetDouble(), sums);
    }

    private static void Sum(
        string area,
        string field,
        int column,
        double value,
        Dictionary<(string Area, string Field), double?[]> sums
    )
    {
        if (!sums.TryGetValue((area, field), out var values))
        {
            values = new double?[GeneratedQuarter.JobTypes.Length];
            sums.Add((area, field), values);
        }

        Assert.True(values[column] is null || values[column] == value, "Two people were told different sums.");
        values[column] = value;
    }

    private static FamilyRow RowOf(GeneratedQuarter quarter, string council, int version, string field)
    {
        var cells = quarter.Cells[(council, version, field)];
        return new FamilyRow(council, version, cells, cells[^1]!.Value, 0);
    }

    /// <summary>Who is in the sum: the area's councils in versions that add up to it, the current ones or earlier ones.</summary>
    private static PublishedLine LineOf(GeneratedQuarter quarter, string area, string field, double?[] values)
    {
        var members = MembersOf(quarter, area);
        foreach (var (units, versions) in members.Select(Split))
        {
            var rows = units.Zip(versions, (unit, version) => quarter.Cells[(unit, version, field)]).ToArray();
            if (
                Enumerable
                    .Range(0, values.Length)
                    .All(column => values[column] is null || values[column] == rows.Sum(row => row[column]))
            )
            {
                return new PublishedLine(area, area, [.. units], [.. versions], [.. values], false);
            }
        }

        throw new InvalidOperationException(
            $"{quarter.Period} {area} {field}: no set of returns adds up to what was shown."
        );
    }

    private static (string[] Units, int[] Versions) Split(IReadOnlyDictionary<string, int> members)
    {
        string[] units = [.. members.Keys.Order(StringComparer.Ordinal)];
        return (units, [.. units.Select(unit => members[unit])]);
    }

    private static IEnumerable<IReadOnlyDictionary<string, int>> MembersOf(GeneratedQuarter quarter, string area) =>
        quarter
            .History.Append(quarter.Current)
            .Reverse()
            .Select(round => round.Where(each => IsIn(each.Key, area)).ToDictionary());

    private static bool IsIn(string council, string area) =>
        area switch
        {
            Region => !(council is "E08000003" or "E08000032"),
            Network => Councils[1..11].Any(member => member.Code == council),
            _ => true,
        };

    /// <summary>Puts together what was shown of both fields.</summary>
    private void Attack(Dictionary<string, Knowledge> knowledge, string period, Dictionary<string, string> found)
    {
        Knowledge[] known = [.. GeneratedQuarter.Fields.Select(field => knowledge[field])];
        _cells += known.Sum(field => field.Hidden.Count());
        foreach (var insider in known[0].Units.Prepend(null))
        {
            using var attack = new LinearAttack(known, Bounds, insider);
            for (var field = 0; field < known.Length; field++)
            {
                foreach (var (row, column) in known[field].Hidden.Where(cell => cell.Row.Row.Unit != insider))
                {
                    var value = row.Row.Cells[column]!.Value;
                    var width = attack.Width(known[field], row, column);
                    if (width < Knowledge.Required(value) - SolverTolerance)
                    {
                        found.TryAdd(
                            $"{period} {GeneratedQuarter.Fields[field]} {row.Row.Unit} v{row.Row.Version} "
                                + $"{Family.Columns[column]} = {value}",
                            $"within {width} by {insider ?? "anybody"}"
                        );
                    }
                }
            }

            _programmes += attack.Solved;
        }
    }
}
