using System.Globalization;
using System.Net;
using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;
using Cells = System.Collections.Generic.Dictionary<(string Area, string Role, string Group), string>;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>The published file of role by ethnicity, against figures that are computed here from its rows without the importer.</summary>
public sealed class PublishedRoleByEthnicityTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string FileName = "csww_role_by_ethnicity_2022_to_2023.csv";
    private const string Year = "2023";
    private const string White = "White";

    private static readonly string[] Minority =
    [
        "Mixed / Multiple ethnic groups",
        "Asian / Asian British",
        "Black / African / Caribbean / Black British",
        "Other ethnic group",
    ];

    [Fact]
    public async Task Shares_and_what_is_known_are_those_of_the_file_for_every_council_region_and_England()
    {
        var cells = await ImportAsync();
        string[] groups = ["WHITE", "MIXED", "ASIAN", "BLACK", "OTHER"];
        foreach (var (code, group) in groups.Zip([White, .. Minority]))
        {
            await CompareAsync(
                cells,
                $"CSW-13-{code}",
                area => Quotient(cells, [(area, "Total", group)], [(area, "Total", "Known")]) * 100
            );
        }

        await CompareAsync(
            cells,
            "CSW-14",
            area => Quotient(cells, [(area, "Total", "Known")], [(area, "Total", "Total")]) * 100
        );
    }

    [Fact]
    public async Task Ratio_of_senior_managers_is_that_of_the_file_for_every_council_region_and_England()
    {
        var cells = await ImportAsync();
        await CompareAsync(
            cells,
            "WRES-9-CSWW",
            area =>
                Quotient(
                    cells,
                    [.. Minority.Select(group => (area, "Senior manager", group))],
                    [.. Minority.Select(group => (area, "Total", group))]
                ) / Quotient(cells, [(area, "Senior manager", White)], [(area, "Total", White)])
        );
    }

    [Fact]
    public async Task England_is_what_was_published()
    {
        await ImportAsync();
        var known = await RoleByEthnicity.BenchmarkAsync(server.Client, "CSW-14", Year, null);
        var black = await RoleByEthnicity.BenchmarkAsync(server.Client, "CSW-13-BLACK", Year, null);
        var senior = await RoleByEthnicity.BenchmarkAsync(server.Client, "WRES-9-CSWW", Year, null);

        // As printed in the file: 28,522 known of 35,199, and 4,029 Black of those. Eleven councils have no figures of senior managers,
        // so the ratio is over the others' workers: 6,849 and 20,660, not England's 7,024 and 21,498.
        Assert.Equal(28522.0 / 35199 * 100, known.At("england.value").GetDouble(), 10);
        Assert.Equal(4029.0 / 28522 * 100, black.At("england.value").GetDouble(), 10);
        Assert.Equal(85.0 / 6849 / (477.0 / 20660), senior.At("england.value").GetDouble(), 10);
        Assert.Equal(11, senior.At("england.coverage.missing").EnumerateArray().Count(IsInTheFile));
        Assert.Equal(known.At("england.value").GetDouble(), black.At("completeness.england.value").GetDouble());
    }

    private static bool IsInTheFile(JsonElement missing) => missing.Text("status") == "NOT_AVAILABLE";

    /// <summary>Council by council, and each region and England as sums over their councils.</summary>
    private async Task CompareAsync(Cells cells, string indicator, Func<string, double> expected)
    {
        var benchmark = await RoleByEthnicity.BenchmarkAsync(server.Client, indicator, Year, null);
        var compared = 0;
        foreach (var row in benchmark.At("rows").EnumerateArray())
        {
            var council = row.Text("code")!;
            var value = cells.ContainsKey((council, "Total", "Total")) ? expected(council) : double.NaN;
            if (double.IsFinite(value))
            {
                Assert.Equal(value, row.At("figure.value").GetDouble(), 10);
                compared++;
            }
        }

        Assert.InRange(compared, 100, 153);
        foreach (var region in Regions(cells))
        {
            var rollup = await RoleByEthnicity.BenchmarkAsync(server.Client, indicator, Year, region);
            // The publisher's own region, where nobody is missing from the sum; otherwise its councils cannot be told from here.
            if (rollup.At("region.coverage.missing").GetArrayLength() == 0)
            {
                Assert.Equal(expected(region), rollup.At("region.value").GetDouble(), 10);
                compared++;
            }
        }

        Assert.InRange(compared, 103, 170);
    }

    private static IEnumerable<string> Regions(Cells cells) =>
        cells.Keys.Select(key => key.Area).Where(area => area.StartsWith("E12", StringComparison.Ordinal)).Distinct();

    private static double Quotient(
        Cells cells,
        IReadOnlyList<(string Area, string Role, string Group)> above,
        IReadOnlyList<(string Area, string Role, string Group)> below
    ) => Sum(cells, above) / Sum(cells, below);

    /// <summary>Not a number where a cell is a symbol.</summary>
    private static double Sum(Cells cells, IReadOnlyList<(string Area, string Role, string Group)> keys) =>
        keys.Sum(key =>
            double.TryParse(cells[key], CultureInfo.InvariantCulture, out var number) ? number : double.NaN
        );

    private async Task<Cells> ImportAsync()
    {
        var answer = await server.Client.UploadAsync(As.AllRoles, FileName, SharedFiles.Bytes(FileName));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal("csww-role-by-ethnicity", answer.Body.Text("publication"));
        return PublishedFile
            .Rows(FileName)
            .Where(row => row["time_period"] == Year)
            .ToDictionary(
                row =>
                    (
                        row["geographic_level"] switch
                        {
                            "National" => row["country_code"],
                            "Regional" => row["region_code"],
                            _ => row["new_la_code"],
                        },
                        row["role"],
                        row["breakdown"]
                    ),
                row => row["inpost_headcount"]
            );
    }
}
