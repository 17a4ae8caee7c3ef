using System.Net;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Comparisons;

public sealed class NeighbourImportTests(ComparisonServer server) : IClassFixture<ComparisonServer>
{
    [Fact]
    public async Task Models_and_a_councils_neighbours_are_read()
    {
        var answer = await server
            .Require()
            .QueryAsync(
                """
                {
                  neighbourModels { version edition councilCount pairCount }
                  council(code: "336") {
                    neighbours { model { version } neighbours { rank closeness council { name } } }
                    none: neighbours(model: "2021") { model { version } }
                  }
                }
                """
            );

        Assert.Equal(
            """[{"version":"2025","edition":1,"councilCount":153,"pairCount":1530}]""",
            answer.Data.At("neighbourModels").GetRawText()
        );
        Assert.Equal("Sandwell", answer.Data.Text("council.neighbours.neighbours.0.council.name"));
        Assert.Equal(10, answer.Data.At("council.neighbours.neighbours").GetArrayLength());
        Assert.True(answer.Data.At("council.none").ValueKind == System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        server.Require();
        var answer = await server.ImportNeighboursAsync(SharedFiles.Bytes("statistical_neighbours_2025_long.csv"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("\"edition\":1,\"isNew\":false", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_faulty_file_is_refused_with_every_fault()
    {
        server.Require();
        var answer = await server.ImportNeighboursAsync(
            "old_la_code,rank,neighbour_old_la_code\n336,1,999\n336,0,333\n"u8.ToArray()
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("\"faultCount\":2", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"row\":3", answer.Text, StringComparison.Ordinal);
    }
}
