using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Workstreams;

public sealed class WorkstreamPageTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string Page = """
        query($after: String, $first: Int! = 2) {
          workstreams(theme: "T06", first: $first, after: $after) {
            totalCount
            nodes { title participants { council { name } role } }
            edges { cursor node { title } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    [Fact]
    public async Task Cursor_keeps_its_place_when_workstreams_are_added_before_and_after_it()
    {
        foreach (var title in new[] { "Delta", "Bravo", "Foxtrot", "Hotel" })
        {
            await CreateAsync(title, "T06");
        }

        await CreateAsync("Other theme", "T05");
        var first = (await ReadAsync(after: null)).At("workstreams");
        Assert.Equal(["Bravo", "Delta"], first.Texts("nodes", "title"));
        Assert.Equal(4, first.At("totalCount").GetInt32());
        Assert.Equal("E08000025 is Birmingham", $"E08000025 is {first.Text("nodes.0.participants.0.council.name")}");
        Assert.True(first.At("pageInfo.hasNextPage").GetBoolean());

        await CreateAsync("Alpha", "T06");
        await CreateAsync("Echo", "T06");
        var second = (await ReadAsync(first.Text("pageInfo.endCursor"))).At("workstreams");
        Assert.Equal(["Echo", "Foxtrot"], second.Texts("nodes", "title"));
        Assert.True(second.At("pageInfo.hasPreviousPage").GetBoolean());
        Assert.Equal(second.Text("edges.1.cursor"), second.Text("pageInfo.endCursor"));

        var third = (await ReadAsync(second.Text("pageInfo.endCursor"))).At("workstreams");
        Assert.Equal(["Hotel"], third.Texts("nodes", "title"));
        Assert.False(third.At("pageInfo.hasNextPage").GetBoolean());

        var past = (await ReadAsync(third.Text("pageInfo.endCursor"))).At("workstreams");
        Assert.Equal(
            """{"hasNextPage":false,"hasPreviousPage":true,"startCursor":null,"endCursor":null}""",
            past.At("pageInfo").GetRawText()
        );
    }

    [Theory]
    [InlineData("not a cursor")]
    [InlineData("*")]
    [InlineData("/////w==")]
    public async Task Cursor_that_nobody_gave_is_refused(string after)
    {
        var answer = await server.Client.QueryAsync(Page, new { after }, As.Anonymous);

        Assert.Equal(["CURSOR_INVALID"], answer.ErrorCodes);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(int.MaxValue, true)]
    [InlineData(-1, true)]
    public async Task Page_has_up_to_a_hundred_items(int first, bool isRefused)
    {
        var answer = await server.Client.QueryAsync(Page, new { first }, As.Anonymous);

        Assert.Equal(isRefused, answer.Body.TryGetProperty("errors", out _));
    }

    private async Task<System.Text.Json.JsonElement> ReadAsync(string? after) =>
        (await server.Client.QueryAsync(Page, new { after }, As.AllRoles)).Data;

    private Task<string> CreateAsync(string title, string theme) =>
        server.Client.SucceedAsync(
            As.AllRoles,
            "createWorkstream",
            $$"""code: "{{title.ToLowerInvariant().Replace(' ', '-')}}", title: "{{title}}", theme: "{{theme}}", leadCouncil: "E08000025", startsOn: "2020-01-01" """,
            "workstream { code }"
        );
}
