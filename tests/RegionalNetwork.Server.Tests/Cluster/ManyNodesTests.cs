using System.Diagnostics;
using System.Globalization;
using System.Net;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>Three nodes on one journal: any of them takes any request.</summary>
public sealed class ManyNodesTests(SharedNodes nodes) : IClassFixture<SharedNodes>
{
    private static readonly int Rounds =
        Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long" ? 1_000 : 30;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nodes_that_have_caught_up_are_alive_and_ready()
    {
        foreach (var node in new[] { nodes.A, nodes.B, nodes.C })
        {
            Assert.Empty(await node.ReasonsAsync());
            var (status, body) = await node.HealthAsync("live");
            Assert.Equal((HttpStatusCode.OK, """{"live":true}"""), (status, body.GetRawText()));
        }
    }

    [Fact]
    public async Task What_was_written_at_one_node_is_read_at_any_other_from_its_position_on()
    {
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var (writer, reader) = (new[] { nodes.A, nodes.B }[round % 2], new[] { nodes.B, nodes.C }[round % 2]);
            var code = $"read-{round}";
            using var written = await writer.AskAsync(Create(code), As.AllRoles, atLeast: null);
            var position = Node.PositionOf(written);
            Assert.Contains($"\"position\":\"{position}\"", await TextAsync(written), StringComparison.Ordinal);

            using var read = await reader.AskAsync(
                $"{{ workstream(code: \"{code}\") {{ code }} }}",
                As.AllRoles,
                position
            );

            Assert.Equal($"{{\"data\":{{\"workstream\":{{\"code\":\"{code}\"}}}}}}", await TextAsync(read));
            Assert.True(Number(Node.PositionOf(read)) >= Number(position));
        }

        TestContext.Current.SendDiagnosticMessage(
            $"{Rounds} writes, each read at once at another node, in {watch.ElapsedMilliseconds} ms"
        );
    }

    [Fact]
    public async Task What_happens_at_one_node_reaches_subscribers_of_every_other()
    {
        const string code = "followed";
        using var created = await nodes.A.AskAsync(Create(code), As.AllRoles, atLeast: null);
        using var published = await nodes.A.AskAsync(
            Mutation($"changeWorkstreamAudience(input: {{ {Id}, workstream: \"{code}\", audience: PUBLIC }})"),
            As.AllRoles,
            atLeast: null
        );
        var after = Node.PositionOf(published);
        using var atB = await nodes.B.SubscribeAsync(Subscription(code, after));
        using var atC = await nodes.C.SubscribeAsync(Subscription(code, after));

        using var planned = await nodes.A.AskAsync(
            Mutation(
                $"planPracticeEvent(input: {{ {Id}, workstream: \"{code}\", kind: MEETING, title: \"A meeting\", date: \"2026-12-01\" }})"
            ),
            As.AllRoles,
            atLeast: null
        );

        var expected = $"data: {{\"data\":{{\"workstreamActivity\":{{\"position\":\"{Node.PositionOf(planned)}\"}}}}}}";
        Assert.Equal(expected, await FirstEventAsync(atB));
        Assert.Equal(expected, await FirstEventAsync(atC));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData(" ")]
    [InlineData("ten")]
    [InlineData("0x10")]
    [InlineData("9223372036854775808")]
    [InlineData("99999999999999999999999999999999999999999999")]
    [InlineData("1, 2")]
    public async Task What_is_no_position_is_refused(string atLeast)
    {
        using var answer = await nodes.B.AskAsync("{ __typename }", As.Anonymous, atLeast);

        Assert.Equal((HttpStatusCode.BadRequest, "POSITION_INVALID"), await Node.RefusalOf(answer));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("1000000000")]
    public async Task Position_far_beyond_the_journal_is_refused_at_once(string atLeast)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await nodes.B.AskAsync("{ __typename }", As.Anonymous, atLeast);

        Assert.Equal((HttpStatusCode.BadRequest, "POSITION_AHEAD"), await Node.RefusalOf(answer));
        Assert.True(watch.Elapsed < NodeLimits.Default.PositionWait, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Position_that_does_not_come_is_waited_for_and_then_refused()
    {
        var watch = Stopwatch.StartNew();
        using var answer = await nodes.C.AskAsync("{ __typename }", As.Anonymous, "90000");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "POSITION_NOT_REACHED"), await Node.RefusalOf(answer));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.True(watch.Elapsed >= NodeLimits.Default.PositionWait * 0.9, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Files_and_batches_wait_for_a_position_as_queries_do()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/exports");
        request.Headers.TryAddWithoutValidation(PositionHeaders.AtLeast, "no number");

        using var answer = await nodes.A.Client.SendRawAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, "POSITION_INVALID"), await Node.RefusalOf(answer));
    }

    private static string Id => $"commandId: \"{Changes.NewId()}\"";

    private static string Create(string code) =>
        Mutation(
            $"createWorkstream(input: {{ {Id}, code: \"{code}\", title: \"{code}\", theme: \"T01\", startsOn: \"2026-01-01\" }})"
        );

    private static string Mutation(string field) => $"mutation {{ it: {field} {{ position problems {{ message }} }} }}";

    private static string Subscription(string code, string after) =>
        $"subscription {{ workstreamActivity(workstream: \"{code}\", after: \"{after}\") {{ position }} }}";

    private static async Task<string?> FirstEventAsync(StreamReader events)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (
                await events.ReadLineAsync(timeout.Token) is var line
                && line?.StartsWith(':') != true
                && line != "event: next"
                && line != ""
            )
            {
                return line;
            }
        }
    }

    private static long Number(string position) => long.Parse(position, CultureInfo.InvariantCulture);

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancellation);
}
