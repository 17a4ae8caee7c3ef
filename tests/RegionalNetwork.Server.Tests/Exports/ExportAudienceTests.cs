using System.Net;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.ReturnedFigures;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Exports;

/// <summary>Files of what councils returned, fetched by different people: each shows what the same person's query shows.</summary>
public sealed class ExportAudienceTests(AgencyServer server) : IClassFixture<AgencyServer>
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";
    private const string Walsall = "E08000030";
    private const string Total = "Total";

    public static TheoryData<string> Callers => ["nobody", "Coventry", "Dudley", "Walsall", "national office"];

    [Theory]
    [MemberData(nameof(Callers))]
    public async Task File_shows_what_the_same_callers_query_shows_and_no_more(string name)
    {
        var caller = Find(name);
        var compared = 0;
        foreach (var indicator in (string[])["AGY-03", "AGY-04"])
        {
            var rows = (await GetAsync($"/exports/indicators/{indicator}.csv", caller)).Rows;
            foreach (var item in rows.Select(row => row.GetValueOrDefault("job_type", Total)).Distinct())
            {
                var exported = rows.Where(row => row.GetValueOrDefault("job_type", Total) == item).ToArray();
                compared += await CompareAsync(caller, indicator, item, exported);
            }
        }

        Assert.InRange(compared, 100, 10_000);
    }

    [Fact]
    public async Task What_a_caller_may_not_see_stands_in_no_file()
    {
        // Walsall is no party to the agreement, and nobody is told the number of Coventry or Sandwell.
        var file = await GetAsync("/exports/collections/agency.csv", As.Psw(Walsall));
        var others = file.Rows.Where(row => row["new_la_code"] is Coventry or Dudley).ToArray();

        Assert.NotEmpty(others);
        Assert.All(others, row => Assert.Equal(("x", "x", "x"), (row["value"], row["numerator"], row["denominator"])));
        Assert.Contains(file.Rows, row => row["new_la_code"] == Walsall && row["value"] == "100");
        // What is too small to show is a symbol, to its network as well.
        var coventry = await GetAsync("/exports/indicators/AGY-03.csv", As.Psw(Coventry));
        var small = coventry.Rows.Single(row => row["new_la_code"] == Dudley && row["job_type"] == "Team manager");
        Assert.Equal(("c", "c", "c"), (small["value"], small["numerator"], small["denominator"]));
    }

    [Fact]
    public async Task Tag_of_one_caller_is_no_answer_to_another()
    {
        const string path = "/exports/indicators/AGY-03.csv";
        var tags = new List<string?>();
        foreach (var caller in (Actor?[])[As.Anonymous, As.Psw(Coventry), As.Psw(Dudley), As.NationalOffice])
        {
            tags.Add((await GetAsync(path, caller)).Tag);
        }

        Assert.Equal(tags.Count, tags.Distinct().Count());
        var stolen = await SendAsync(path, As.Psw(Walsall), tags[1]);
        var own = await SendAsync(path, As.Psw(Coventry), tags[1]);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotModified), (stolen.Status, own.Status));
        Assert.Equal("no-cache, private", own.Response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Reading_a_file_is_on_record_for_the_council_that_was_read()
    {
        await GetAsync("/exports/indicators/AGY-03.csv", As.Psw(Dudley));

        var accesses = await server.Client.QueryAsync(
            $$"""{ council(code: "{{Coventry}}") { accesses { nodes { reader subject } } } }""",
            null,
            As.Psw(Coventry)
        );

        Assert.Contains(
            accesses.Data.At("council.accesses.nodes").EnumerateArray(),
            access => access.Text("reader") == As.Psw(Dudley).Subject && access.Text("subject") == "Figures"
        );
    }

    [Fact]
    public async Task Token_that_is_not_valid_gets_no_file()
    {
        var file = await ExportedFile.SendAsync(
            server.Client,
            HttpMethod.Get,
            "/exports/indicators/AGY-03.csv",
            "not.a.token",
            tag: null
        );

        Assert.Equal(HttpStatusCode.Unauthorized, file.Status);
        Assert.DoesNotContain("Wolverhampton", file.Text, StringComparison.Ordinal);
    }

    private async Task<int> CompareAsync(
        Actor? caller,
        string indicator,
        string item,
        IReadOnlyList<IReadOnlyDictionary<string, string>> exported
    )
    {
        var where = item == Total ? "" : $$""", where: [{ dimension: "job_type", item: "{{item}}" }]""";
        var answer = await server.Client.QueryAsync(
            $$"""
            { benchmark(indicator: "{{indicator}}", region: "E12000005"{{where}}) {
                rows { code figure { value status numerator { value } denominator { value } } }
                region { value numerator denominator status } england { value numerator denominator status } } }
            """,
            null,
            caller
        );
        var compared = 0;
        foreach (var row in answer.Data.At("benchmark.rows").EnumerateArray())
        {
            var file = exported.Single(each => each["new_la_code"] == row.Text("code"));
            var figure = row.At("figure");
            var hasFigure = figure.ValueKind != JsonValueKind.Null;
            Assert.Equal(hasFigure ? Cell(figure, "value") : "x", file["value"]);
            Assert.Equal(hasFigure ? Part(figure, "numerator") : "x", file["numerator"]);
            Assert.Equal(hasFigure ? Part(figure, "denominator") : "x", file["denominator"]);
            compared++;
        }

        foreach (var (name, level) in (ReadOnlySpan<(string, string)>)[("region", "Regional"), ("england", "National")])
        {
            var rollup = answer.Data.At($"benchmark.{name}");
            var file = exported.Single(each =>
                each["geographic_level"] == level && (level == "National" || each["region_code"] == "E12000005")
            );
            Assert.Equal(Cell(rollup, "value"), file["value"]);
            Assert.Equal(Cell(rollup, "numerator"), file["numerator"]);
            compared++;
        }

        return compared;
    }

    private static string Cell(JsonElement figure, string member) =>
        figure.At(member).ValueKind == JsonValueKind.Null
            ? figure.Text("status") switch
            {
                "CONFIDENTIAL" => "c",
                "NOT_APPLICABLE" or "VALUE" => "z",
                _ => "x",
            }
            : figure.At(member).GetDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Part(JsonElement figure, string part) =>
        figure.At(part).ValueKind == JsonValueKind.Null || figure.At($"{part}.value").ValueKind == JsonValueKind.Null
            ? Cell(figure, part is "numerator" or "denominator" ? "value" : part) is "c"
                ? "c"
                : "z"
            : figure.At($"{part}.value").GetDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Actor? Find(string name) =>
        name switch
        {
            "nobody" => As.Anonymous,
            "national office" => As.NationalOffice,
            _ => As.Psw(AgencyServer.Councils.Single(council => council.Name == name).Code),
        };

    private Task<ExportedFile> GetAsync(string path, Actor? caller) => SendAsync(path, caller, tag: null);

    private Task<ExportedFile> SendAsync(string path, Actor? caller, string? tag) =>
        ExportedFile.SendAsync(server.Client, HttpMethod.Get, path, ExportedFile.TokenOf(caller, server.Data), tag);
}
