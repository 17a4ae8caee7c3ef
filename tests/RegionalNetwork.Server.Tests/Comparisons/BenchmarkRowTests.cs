using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Comparisons;

public sealed class BenchmarkRowTests(ComparisonServer server) : IClassFixture<ComparisonServer>
{
    [Fact]
    public async Task All_councils_of_a_network_on_one_indicator_are_one_request()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  benchmark(indicator: "CSW-02", period: "2023", network: "west-midlands") {
                    rows {
                      code figure { value } interval { percent95 { lower upper } } rank isTied quintile quartileBand
                      england: judgement { result }
                      median: judgement(against: MEDIAN) { result }
                    }
                  }
                }
                """
            );
        var rows = answer.Data.At("benchmark.rows").EnumerateArray().ToArray();
        var byRank = rows.OrderBy(row => row.At("rank").GetInt32()).ToArray();

        Assert.Equal([1, 2, 3, 4, 5], byRank.Select(row => row.At("rank").GetInt32()));
        Assert.Equal([1, 2, 3, 4, 5], byRank.Select(row => row.At("quintile").GetInt32()));
        Assert.Equal(
            byRank.Select(row => row.Text("code")),
            rows.OrderBy(row => row.At("figure.value").GetDouble()).Select(row => row.Text("code"))
        );
        Assert.Equal(["A", "A", "B", "C", "D"], byRank.Select(row => row.Text("quartileBand")));
        Assert.All(
            rows,
            row =>
                Assert.InRange(
                    row.At("figure.value").GetDouble(),
                    row.At("interval.percent95.lower").GetDouble(),
                    row.At("interval.percent95.upper").GetDouble()
                )
        );
    }

    [Fact]
    public async Task Rows_without_an_interval_say_why_they_are_not_judged()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """{ benchmark(indicator: "CSW-01", region: "E12000005") { rows { rank judgement(against: ROWS) { result notTestedBecause } } } }"""
            );

        Assert.All(
            answer.Data.At("benchmark.rows").EnumerateArray(),
            row => Assert.Equal("NOT_TESTED", row.Text("judgement.result"))
        );
        Assert.Equal(
            "1,2,3,4,5,6,7,8,9,10,11,12,13,14",
            string.Join(
                ',',
                answer.Data.At("benchmark.rows").EnumerateArray().Select(row => row.At("rank").GetInt32()).Order()
            )
        );
    }
}
