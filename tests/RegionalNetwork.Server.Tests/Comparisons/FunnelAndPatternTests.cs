using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Comparisons;

public sealed class FunnelAndPatternTests(ComparisonServer server) : IClassFixture<ComparisonServer>
{
    [Fact]
    public async Task A_funnel_has_points_limits_and_a_class_for_each_point()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  funnel(indicator: "CSW-05", period: "2023", region: "E12000005") {
                    area { name } pooled refusal
                    points { name value denominator band }
                    limits { denominator percent95 { lower upper } percent99Point8 { lower upper } }
                  }
                  rollups(indicator: "CSW-05") { area { code } points { period { code } value } }
                }
                """
            );
        var funnel = answer.Data.At("funnel");

        Assert.Equal("West Midlands", funnel.Text("area.name"));
        Assert.Equal(40, funnel.At("limits").GetArrayLength());
        var region = answer.Data.At("rollups").EnumerateArray().Single(one => one.Text("area.code") == "E12000005");
        Assert.Equal(region.At("points.6.value").GetDouble(), funnel.At("pooled").GetDouble(), 9);
        Assert.Contains(funnel.At("points").EnumerateArray(), point => point.Text("band") is "LOW0001" or "HIGH0001");
    }

    [Fact]
    public async Task A_funnel_of_full_time_equivalents_is_refused_with_a_reason()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """{ a: funnel(indicator: "CSW-01") { refusal points { name } } b: funnel(indicator: "NONE") { refusal } }"""
            );

        Assert.StartsWith("A funnel is drawn for", answer.Data.Text("a.refusal"), StringComparison.Ordinal);
        Assert.Equal(0, answer.Data.At("a.points").GetArrayLength());
        Assert.StartsWith("There are no figures", answer.Data.Text("b.refusal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_nation_and_its_regions_have_a_trend_and_a_tested_change()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  agency: rollups(indicator: "CSW-05") {
                    area { name }
                    trend { marker slope chiSquared from to }
                    change { from { code } difference p isSignificant percent95 { lower upper } }
                  }
                  fte: rollups(indicator: "CSW-01") { trend { marker reason } change { isSignificant notTestedBecause } }
                }
                """
            );
        var england = answer.Data.At("agency.0");

        Assert.Equal(10, answer.Data.At("agency").GetArrayLength());
        Assert.Equal("2022", england.Text("change.from.code"));
        Assert.Equal("2019-09-30", england.Text("trend.from"));
        Assert.True(england.At("trend.chiSquared").GetDouble() > 0);
        Assert.InRange(england.At("change.p").GetDouble(), 0, 1);
        Assert.Equal("CANNOT_BE_CALCULATED", answer.Data.Text("fte.0.trend.marker"));
        Assert.NotNull(answer.Data.Text("fte.0.change.notTestedBecause"));
    }

    [Fact]
    public async Task Figures_are_shown_beside_what_a_council_did_as_far_as_the_caller_sees_it()
    {
        var client = server.Require();
        await client.SucceedAsync(
            As.AllRoles,
            "declarePriority",
            """owner: { council: "E08000026" }, year: "2022-23", title: "Keep people", theme: "T04" """,
            "priority { id }"
        );
        const string Question = """
            {
              patterns(council: "331", theme: "T04", indicators: ["CSW-02"]) {
                council { name }
                series { indicator series { points { figure { value } } control { reason } } rollups { value } }
                marks { date kind title }
              }
            }
            """;

        var own = (await client.QueryAsync(Question, null, As.Psw("E08000026"))).Data.At("patterns");
        var anybody = (await client.QueryAsync(Question)).Data.At("patterns");

        Assert.Equal(
            """[{"date":"2022-04-01","kind":"PRIORITY","title":"Keep people"}]""",
            own.At("marks").GetRawText()
        );
        Assert.Equal(0, anybody.At("marks").GetArrayLength());
        Assert.Equal(7, anybody.At("series.0.series.points").GetArrayLength());
        Assert.StartsWith(
            "A control chart is drawn",
            own.Text("series.0.series.control.reason"),
            StringComparison.Ordinal
        );
        var both = await client.QueryAsync("""{ patterns(indicators: []) { council { name } } }""");
        Assert.Equal(["COUNCIL_OR_NETWORK"], both.ErrorCodes);
    }
}
