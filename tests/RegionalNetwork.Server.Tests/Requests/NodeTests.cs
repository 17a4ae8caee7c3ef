using RegionalNetwork.Server.Tests.Durability;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Requests;

/// <summary>https://relay.dev/docs/guides/graphql-server-specification/</summary>
public sealed class NodeTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task Every_type_with_an_id_is_found_again_by_it()
    {
        await FillAsync();
        var answer = await server.Client.QueryAsync(
            """
            {
              council(code: "E08000025") { __typename id priorities { __typename id } }
              abolished: council(code: "E10000009") { __typename id }
              region(code: "E12000005") { __typename id }
              part: region(code: "E13000001") { __typename id }
              network(code: "noded") { __typename id priorities { __typename id } }
              principalSocialWorker(code: "psw-node") { __typename id }
              theme(code: "T01") { __typename id }
              workstream(code: "noded") { __typename id }
              publication(code: "noded") { __typename id indicators { __typename id } }
              __type(name: "Node") { possibleTypes { name } }
            }
            """,
            null,
            As.AllRoles
        );
        string[] paths =
        [
            "council",
            "council.priorities.0",
            "abolished",
            "region",
            "part",
            "network",
            "network.priorities.0",
            "principalSocialWorker",
            "theme",
            "workstream",
            "publication",
            "publication.indicators.0",
        ];

        foreach (var path in paths)
        {
            var given = answer.Data.At(path);
            var again = await server.Client.QueryAsync(
                "query($id: ID!) { node(id: $id) { __typename id } }",
                new { id = given.Text("id") },
                As.AllRoles
            );
            Assert.Equal(
                (given.Text("__typename"), given.Text("id")),
                (again.Data.Text("node.__typename"), again.Data.Text("node.id"))
            );
        }

        Assert.Equal(
            answer.Data.Texts("__type.possibleTypes", "name").Order(),
            paths.Select(path => answer.Data.At(path).Text("__typename")).Distinct().Order()
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("Council")]
    [InlineData("Council:")]
    [InlineData("Council:E99999999")]
    [InlineData("Council:336")]
    [InlineData("Priority:")]
    [InlineData("Priority:Council:E08000031")]
    [InlineData("Priority:0:E08000031:x")]
    [InlineData("Query:x")]
    [InlineData("\u0000")]
    public async Task Id_of_nothing_is_null(string id) =>
        Assert.Equal(
            """{"data":{"node":null}}""",
            (await server.Client.QueryAsync("query($id: ID!) { node(id: $id) { id } }", new { id }, As.Anonymous)).Text
        );

    private async Task FillAsync()
    {
        var client = server.Client;
        await client.SucceedAsync(
            As.AllRoles,
            "foundNetwork",
            """code: "noded", name: "N", scope: BOTH""",
            "network { id }"
        );
        foreach (var owner in new[] { """council: "E08000025" """, """network: "noded" """ })
        {
            await client.SucceedAsync(
                As.AllRoles,
                "declarePriority",
                $$"""owner: { {{owner}} }, year: "2020-21", title: "P", theme: "T01" """,
                "priority { id }"
            );
        }

        await client.SucceedAsync(
            As.AllRoles,
            "appointPrincipalSocialWorker",
            """principalSocialWorker: "psw-node", council: "E08000025", scope: BOTH, form: HYBRID, from: "2021-04-01" """,
            "principalSocialWorker { id }"
        );
        await client.SucceedAsync(
            As.AllRoles,
            "createWorkstream",
            """code: "noded", title: "N", theme: "T01", startsOn: "2020-01-01" """,
            "workstream { id }"
        );
        var upload = await client.UploadAsync(As.AllRoles, "noded.csv", SmallFile.Of(5));
        Assert.Equal(System.Net.HttpStatusCode.OK, upload.Status);
    }
}
