using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Benchmarking;

/// <summary>What the real census says through the API; the expected figures are read from the published file.</summary>
public sealed class WorkforceTests(WorkforceServer server) : IClassFixture<WorkforceServer>
{
    private const double RoundingMax = 0.06;

    [Fact]
    public async Task One_indicator_in_one_period_for_every_council_of_a_region_with_region_and_England()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  benchmark(indicator: "CSW-01", period: "2023", region: "E12000005") {
                    period { code } vintage referenceDate
                    rows { code councils { name } figure { value status published { text } numerator { value } difference } }
                    region { value published { value } difference coverage { contributors expected isComplete } }
                    england { value published { value } difference coverage { expected missing { name reason } } }
                    network { value }
                  }
                }
                """
            );
        var benchmark = answer.Data.At("benchmark");

        Assert.Equal("2023-09-30", benchmark.Text("referenceDate"));
        var rows = benchmark.At("rows").EnumerateArray().ToArray();
        Assert.Equal(14, rows.Length);
        var wolverhampton = rows.Single(row => row.Text("code") == "E08000031");
        Assert.Equal(
            PublishedFile.Cell("2023", "E08000031", "turnover_rate_fte"),
            wolverhampton.Text("figure.published.text")
        );
        Assert.InRange(Math.Abs(wolverhampton.At("figure.difference").GetDouble()), 0, RoundingMax);

        // 596.2 leavers and 3772.8 in post in the region; 5254.5 and 33119.0 over the councils of England.
        Assert.Equal(15.8, Math.Round(benchmark.At("region.value").GetDouble(), 1));
        Assert.Equal(15.8655, Math.Round(benchmark.At("england.value").GetDouble(), 4));
        Assert.Equal(15.9, benchmark.At("england.published.value").GetDouble());
        Assert.Equal(JsonValueKind.Null, benchmark.At("network").ValueKind);
    }

    [Fact]
    public async Task Entry_of_the_catalogue_and_its_figures_lead_to_each_other()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  catalogueEntry(code: "CSW-01") { indicator { code catalogueEntry { sensitivity seriesBreaks { from } } } }
                  indicator(code: "csww.cases") { catalogueEntry { code } formula { numeratorDescription where { item } } }
                  indicators(publication: "csww") { code }
                  defined: indicatorCatalogue(collection: "csww") { code }
                }
                """
            );

        Assert.Equal("CSW-01", answer.Data.Text("catalogueEntry.indicator.code"));
        Assert.Equal("PUBLIC", answer.Data.Text("catalogueEntry.indicator.catalogueEntry.sensitivity"));
        Assert.Equal(JsonValueKind.Null, answer.Data.At("indicator.catalogueEntry").ValueKind);
        // Defined, but of records of which the release publishes no parts.
        Assert.Contains("CSW-22", answer.Data.Texts("defined", "code"));
        Assert.DoesNotContain("CSW-22", answer.Data.Texts("indicators", "code"));
    }

    [Fact]
    public async Task One_indicator_over_all_periods_for_England_and_the_nine_regions()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                { rollups(indicator: "CSW-01") { area { code name } points { period { code } value published { value text } difference } } }
                """
            );
        var series = answer.Data.At("rollups").EnumerateArray().ToArray();

        Assert.Equal(
            ["E92000001", .. Enumerable.Range(1, 9).Select(region => $"E1200000{region}")],
            series.Select(area => area.Text("area.code"))
        );
        foreach (var area in series)
        {
            var points = area.At("points").EnumerateArray().ToArray();
            Assert.Equal(
                ["2017", "2018", "2019", "2020", "2021", "2022", "2023"],
                points.Select(point => point.Text("period.code"))
            );
            Assert.All(
                points,
                point =>
                    Assert.Equal(
                        PublishedFile.Cell(point.Text("period.code")!, area.Text("area.code")!, "turnover_rate_fte"),
                        point.Text("published.text")
                    )
            );
        }
    }

    [Fact]
    public async Task Rollups_agree_with_the_oracle_through_the_api()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  indicators { code formula { published } }
                  rollups(indicator: "CSW-04") { area { code } points { period { code } value } }
                }
                """
            );
        var column = answer
            .Data.At("indicators")
            .EnumerateArray()
            .Single(indicator => indicator.Text("code") == "CSW-04")
            .Text("formula.published")!;

        var checkedRows = 0;
        foreach (var area in answer.Data.At("rollups").EnumerateArray())
        {
            foreach (var point in area.At("points").EnumerateArray())
            {
                var expected = PublishedFile.Oracle(point.Text("period.code")!, area.Text("area.code")!, column);
                Assert.Equal(expected, Math.Round(point.At("value").GetDouble(), 4), 3);
                checkedRows++;
            }
        }

        Assert.Equal(70, checkedRows);
    }

    [Fact]
    public async Task Difference_from_the_published_figure_is_explained_by_who_is_left_out()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  rollups(indicator: "CSW-04") {
                    area { name } points { period { code } difference coverage { missing { name reason status } } }
                  }
                }
                """
            );
        var differing = answer
            .Data.At("rollups")
            .EnumerateArray()
            .SelectMany(area => area.At("points").EnumerateArray())
            .Where(point => Math.Abs(point.At("difference").GetDouble()) > RoundingMax)
            .ToArray();

        Assert.NotEmpty(differing);
        Assert.All(
            differing,
            point => Assert.True(point.At("coverage.missing").GetArrayLength() > 0, point.GetRawText())
        );
        var england = answer.Data.At("rollups.0.points.6.coverage.missing");
        Assert.Equal(
            ["Kensington and Chelsea", "Sutton", "Westminster"],
            england.EnumerateArray().Select(council => council.Text("name")).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Series_breaks_where_the_council_changed_and_goes_on_where_only_its_code_did()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  dorset: council(code: "E06000059") { series(indicator: "CSW-01") { points { period { code } publishedCode } breaks { date kind sentence } } }
                  buckinghamshire: council(code: "E06000060") { series(indicator: "CSW-01") { points { period { code } publishedCode } breaks { kind } } }
                }
                """
            );

        // Dorset's county gave way to a larger unitary authority in 2019; Buckinghamshire only changed its code in 2020.
        var dorset = answer.Data.At("dorset.series");
        Assert.Contains(
            dorset.At("breaks").EnumerateArray(),
            each => each.Text("date") == "2019-04-01" && each.Text("sentence")!.EndsWith('.')
        );
        var buckinghamshire = answer.Data.At("buckinghamshire.series");
        Assert.Equal(7, buckinghamshire.At("points").GetArrayLength());
        Assert.Equal(0, buckinghamshire.At("breaks").GetArrayLength());
        Assert.Equal(
            ["E06000060", "E10000002"],
            buckinghamshire.Texts("points", "publishedCode").Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Joint_return_stands_once_and_is_found_from_either_council()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  kingston: council(code: "E09000021") { jointReturns { code members { name } } figure(indicator: "CSW-01", period: "2023") { value } }
                  richmond: council(code: "E09000027") { figure(indicator: "CSW-01", period: "2023") { value } }
                  benchmark(indicator: "CSW-01", period: "2023", region: "E12000007") { rows { code councils { name } figure { value } } }
                }
                """
            );
        var joint = answer
            .Data.At("benchmark.rows")
            .EnumerateArray()
            .Single(row => row.At("councils").GetArrayLength() == 2 && row.Text("code")!.Contains("E09000021"));

        Assert.Equal(answer.Data.Text("kingston.jointReturns.0.code"), joint.Text("code"));
        Assert.Equal(joint.At("figure").GetRawText(), answer.Data.At("kingston.figure").GetRawText());
        Assert.Equal(joint.At("figure").GetRawText(), answer.Data.At("richmond.figure").GetRawText());
        Assert.Equal(32, answer.Data.At("benchmark.rows").GetArrayLength());
    }

    [Fact]
    public async Task Network_is_rolled_up_over_its_members_of_each_period()
    {
        var client = server.Require();
        await client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            """code: "dated", name: "Dated", scope: BOTH""",
            "network { code }"
        );
        foreach (var (council, from) in new[] { ("E08000031", "2010-01-01"), ("E08000025", "2020-01-01") })
        {
            await client.SucceedAsync(
                As.AllRoles,
                "admitCouncilToNetwork",
                $$"""network: "dated", council: "{{council}}", from: "{{from}}" """,
                "network { code }"
            );
        }

        var answer = await client.QueryAsync(
            """
            {
              network(code: "dated") { rollups(indicator: "CSW-01") { period { code } numerator denominator coverage { expected } } }
              benchmark(indicator: "CSW-01", period: "2019", network: "dated") { rows { code } network { coverage { expected } } }
            }
            """
        );

        Assert.Equal(
            [1, 1, 1, 2, 2, 2, 2],
            answer.Data.At("network.rollups").EnumerateArray().Select(p => p.At("coverage.expected").GetInt32())
        );
        Assert.Equal(
            PublishedFile.Number("2023", "E08000031", "leavers_fte")
                + PublishedFile.Number("2023", "E08000025", "leavers_fte"),
            answer.Data.At("network.rollups.6.numerator").GetDouble(),
            6
        );
        Assert.Equal("""[{"code":"E08000031"}]""", answer.Data.At("benchmark.rows").GetRawText());
    }

    [Fact]
    public async Task Unknown_indicator_period_region_and_filter_are_told_apart_from_nothing()
    {
        var client = server.Require();
        Assert.Equal(
            """{"a":null,"b":null,"c":null,"d":null,"e":[]}""",
            await client.ReadAsync(
                """
                {
                  a: benchmark(indicator: "none") { vintage }
                  b: benchmark(indicator: "CSW-01", period: "1999") { vintage }
                  c: benchmark(indicator: "CSW-01", region: "none") { vintage }
                  d: benchmark(indicator: "CSW-01", vintage: 99) { vintage }
                  e: rollups(indicator: "none") { area { code } }
                }
                """
            )
        );
        var filtered = await client.QueryAsync(
            """{ benchmark(indicator: "CSW-01", where: [{ dimension: "sex", item: "Total" }]) { vintage } }"""
        );
        Assert.Equal(["FILTER_UNKNOWN"], filtered.ErrorCodes);
    }
}
