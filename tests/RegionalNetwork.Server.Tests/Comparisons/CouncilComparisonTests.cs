using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Comparisons;

public sealed class CouncilComparisonTests(ComparisonServer server) : IClassFixture<ComparisonServer>
{
    [Fact]
    public async Task My_council_beside_its_comparators_over_a_basket_is_one_request()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  council(code: "336") {
                    comparison(
                      indicators: ["CSW-02", "CSW-01"]
                      period: "2023"
                      comparators: [REGION, NETWORK, NEIGHBOURS, ENGLAND, COUNCIL_TYPE, GROUP]
                      group: ["E08000026", "E08000027", "E08000025", "E08000030", "E08000028"]
                    ) {
                      code
                      figure { value }
                      interval { percent95 { lower upper } }
                      comparators { kind name value median mean n of note benchmarkValue statistic judgement { result notTestedBecause } }
                      positions { within { name } rank of quintile quartileBand }
                      trend { marker slope chiSquared from to reason }
                      change { before difference isSignificant notTestedBecause flags { sentence } }
                      series { points { period { code } } }
                    }
                  }
                }
                """
            );
        var headcount = answer.Data.At("council.comparison.0");

        Assert.Equal(
            ["REGION", "NETWORK", "NEIGHBOURS", "ENGLAND", "COUNCIL_TYPE", "GROUP"],
            headcount.At("comparators").EnumerateArray().Select(one => one.Text("kind"))
        );
        // 34 leavers of 224 in post; England 5640 of 35199.
        Assert.Equal(34 / 224.0 * 100, headcount.At("figure.value").GetDouble(), 9);
        Assert.Equal(["SIMILAR"], headcount.At("comparators").EnumerateArray().Select(Result).Distinct());
        Assert.Equal("MEDIAN", headcount.Text("comparators.2.statistic"));
        Assert.Equal("Statistical neighbours (2025 model)", headcount.Text("comparators.2.name"));
        Assert.Equal(
            ["West Midlands", "West Midlands network", "England"],
            headcount.At("positions").EnumerateArray().Select(one => one.Text("within.name"))
        );
        Assert.Equal("NO_CHANGE", headcount.Text("trend.marker"));
        Assert.Equal(7, headcount.At("series.points").GetArrayLength());
        var fte = answer.Data.At("council.comparison.1");
        Assert.Equal("NOT_TESTED", Result(fte.At("comparators.3")));
        Assert.StartsWith("Not tested: full-time", fte.Text("trend.reason"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_has_no_value_and_a_reason()
    {
        var client = server.Require();
        var answer = await client.QueryAsync(
            """
            {
              council(code: "336") {
                comparison(indicators: ["CSW-02", "NONE"], period: "1999") { code reason figure { value } comparators { kind } }
                other: comparison(indicators: ["CSW-02"], neighbourModel: "2021") { comparators { kind value reason } }
              }
            }
            """
        );

        Assert.Equal(
            "CSW-02 has no figures for 1999; it has 2017 to 2023.",
            answer.Data.Text("council.comparison.0.reason")
        );
        Assert.StartsWith(
            "There are no figures of an indicator NONE.",
            answer.Data.Text("council.comparison.1.reason"),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "There is no model 2021 of statistical neighbours.",
            answer.Data.Text("council.other.0.comparators.2.reason")
        );
    }

    [Theory]
    [InlineData("""indicators: ["CSW-02"], group: ["E08000026"]""", "GROUP_TOO_SMALL")]
    [InlineData("""indicators: ["CSW-02"], network: "nowhere" """, "NETWORK_NOT_FOUND")]
    public async Task A_small_group_and_an_unknown_network_are_refused(string arguments, string code)
    {
        var answer = await server
            .Require()
            .QueryAsync($$"""{ council(code: "336") { comparison({{arguments}}) { code } } }""");

        Assert.Equal([code], answer.ErrorCodes);
    }

    [Fact]
    public async Task A_basket_has_thirty_indicators_at_most()
    {
        var client = server.Require();
        Assert.Equal(30, (await AskAsync(30)).Data.At("council.comparison").GetArrayLength());
        Assert.Equal(["TOO_MANY_INDICATORS"], (await AskAsync(31)).ErrorCodes);

        Task<Answer> AskAsync(int indicators) =>
            client.QueryAsync(
                "query Q($i: [String!]!) { council(code: \"336\") { comparison(indicators: $i) { code } } }",
                new { i = Enumerable.Repeat("CSW-02", indicators) },
                As.Anonymous
            );
    }

    [Fact]
    public async Task Where_a_council_is_better_and_worse_is_one_request()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  council(code: "336") {
                    standing(comparator: ENGLAND, period: "2023") {
                      better { code } similar { code } worse { code } worseAndGettingWorse { code }
                      lowerOrHigher { code }
                      notTested { code comparators { judgement { notTestedBecause } } }
                    }
                  }
                }
                """
            );
        var standing = answer.Data.At("council.standing");

        Assert.Contains("CSW-02", Codes("similar"));
        Assert.Contains("CSW-01", Codes("notTested"));
        // The only rates of the census that count people or things.
        Assert.Equal(
            ["CSW-02", "CSW-05"],
            new[] { "better", "similar", "worse", "lowerOrHigher" }.SelectMany(Codes).Order()
        );

        IEnumerable<string?> Codes(string list) => standing.At(list).EnumerateArray().Select(one => one.Text("code"));
    }

    private static string? Result(System.Text.Json.JsonElement comparator) => comparator.Text("judgement.result");
}
