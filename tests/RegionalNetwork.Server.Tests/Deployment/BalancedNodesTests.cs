using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Tests.Cluster;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>Three nodes behind HAProxy, as clients see them while one after the other goes.</summary>
public sealed class BalancedNodesTests(SharedPostgreSql postgreSql)
{
    private static readonly Dictionary<string, string?> ThreeSeconds = new() { ["Drain__DelaySeconds"] = "3" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_passes_and_nobody_sees_an_error_while_a_node_drains_another_is_killed_and_one_is_left()
    {
        HaproxyProcess.SkipWithout();
        await using var group = await NodeGroup.StartAsync(await postgreSql.NewDatabaseAsync(), nodes: 3, ThreeSeconds);
        var nodes = group.Nodes;
        await using var balancer = await Balancer.StartAsync([.. nodes.Select(node => node.Process.Address)]);
        var token = nodes[0].TokenOf(As.AllRoles);

        await QueryPassesAsync(balancer);
        await WhatMustNotPassDoesNotAsync(balancer);
        var position = await MutateAsync(balancer, token, Create("balanced"));
        position = await MutateAsync(
            balancer,
            token,
            $"changeWorkstreamAudience(input: {{ {Id}, workstream: \"balanced\", audience: PUBLIC }})"
        );
        using var overHttp1 = await SubscribeAsync(balancer, HttpVersion.Version11, position);
        using var overHttp2 = await SubscribeAsync(balancer, HttpVersion.Version20, position);
        using var stream = await StreamAsync(balancer, position);
        position = await MutateAsync(
            balancer,
            token,
            $"planPracticeEvent(input: {{ {Id}, workstream: \"balanced\", kind: MEETING, title: \"A\", date: \"2026-12-01\" }})"
        );
        Assert.Contains($"\"position\":\"{position}\"", await ReceiveAsync(overHttp1), StringComparison.Ordinal);
        Assert.Contains($"\"position\":\"{position}\"", await ReceiveAsync(overHttp2), StringComparison.Ordinal);
        Assert.Contains($"\"position\":\"{position}\"", await EventAsync(stream), StringComparison.Ordinal);

        using var callers = new Callers(balancer, token);
        var stopping = nodes[0].Process.StopAsync();
        while ((await nodes[0].ReasonsAsync()).Length == 0)
        {
            await Task.Delay(20, Cancellation);
        }

        await balancer.Process.FindsDownAsync("nodes/node1");
        Assert.False(stopping.IsCompleted);
        // What had begun before has ended by then.
        await callers.AskAsync(20);
        await WrittenDownAsync(balancer, "before");
        var before = RequestsAt(balancer, "node1");
        await callers.AskAsync(40);
        await WrittenDownAsync(balancer, "after");
        Assert.Equal(before, RequestsAt(balancer, "node1"));
        Assert.Equal(0, await stopping);

        await nodes[1].Process.KillAsync();
        await balancer.Process.FindsDownAsync("nodes/node2");
        await callers.AskAsync(40);
        var answered = await callers.StopAsync();
        TestContext.Current.SendDiagnosticMessage(
            $"{answered} requests answered while one node drained and one was killed; "
                + $"{RequestsAt(balancer, "node1")}, {RequestsAt(balancer, "node2")} and {RequestsAt(balancer, "node3")} by each"
        );

        await nodes[2].Process.KillAsync();
        await balancer.Process.FindsDownAsync("living/node3");
        using var refused = await balancer.AskAsync("{ __typename }", token: null);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "NO_NODE_READY"), await Node.RefusalOf(refused));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.DoesNotContain(balancer.Process.Printed, line => line.Contains("secret-code", StringComparison.Ordinal));
    }

    private static string Id => $"commandId: \"{Changes.NewId()}\"";

    private static string Create(string code) =>
        $"createWorkstream(input: {{ {Id}, code: \"{code}\", title: \"{code}\", theme: \"T01\", startsOn: \"2026-01-01\" }})";

    /// <summary>Waits for the line of a request of its own: those of requests that ended before it are there then.</summary>
    private static async Task WrittenDownAsync(Balancer balancer, string mark)
    {
        using var answer = await balancer.Http.GetAsync(new Uri($"/account/{mark}", UriKind.Relative), Cancellation);
        await balancer.Process.SaysAsync($"/account/{mark}");
    }

    private static int RequestsAt(Balancer balancer, string node) =>
        balancer.Process.Printed.Count(line =>
            line.Contains($"/{node} ", StringComparison.Ordinal)
            && line.Contains(" POST /graphql", StringComparison.Ordinal)
        );

    /// <summary>By HTTP/2, with every header of the server's once: HSTS among them shows that it believes the balancer.</summary>
    private static async Task QueryPassesAsync(Balancer balancer)
    {
        using var answer = await balancer.AskAsync("{ __typename }", token: null);

        Assert.Equal((HttpStatusCode.OK, HttpVersion.Version20), (answer.StatusCode, answer.Version));
        string[] once =
        [
            PositionHeaders.Position,
            "X-Request-Id",
            "Strict-Transport-Security",
            "Content-Security-Policy",
            "X-Content-Type-Options",
        ];
        Assert.All(once, name => Assert.Single(answer.Headers.GetValues(name)));
    }

    private static async Task WhatMustNotPassDoesNotAsync(Balancer balancer)
    {
        using var health = await balancer.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, health.StatusCode);
        using var page = await balancer.Http.GetAsync(
            new Uri("/account?code=secret-code", UriKind.Relative),
            Cancellation
        );
        await balancer.Process.SaysAsync("/account");
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var plain = await browser.GetAsync(new Uri(balancer.Plain, "/account"), Cancellation);
        Assert.Equal((HttpStatusCode)308, plain.StatusCode);
        Assert.Equal(Uri.UriSchemeHttps, plain.Headers.Location!.Scheme);
        browser.DefaultRequestHeaders.Add("Authorization", "Bearer nonsense");
        using var careless = await browser.GetAsync(new Uri(balancer.Plain, "/graphql"), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, careless.StatusCode);
        using var stranger = new HttpClient(balancer.NewHandler());
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            stranger.GetAsync(new Uri(balancer.NodePort, "/health/ready"), Cancellation)
        );
    }

    private static async Task<string> MutateAsync(Balancer balancer, string token, string field)
    {
        using var answer = await balancer.AskAsync(
            $"mutation {{ it: {field} {{ position problems {{ message }} }} }}",
            token
        );
        var position = Node.PositionOf(answer);
        Assert.Contains(
            $"\"position\":\"{position}\"",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
        return position;
    }

    private static string SubscriptionAfter(string position) =>
        $$"""subscription { workstreamActivity(workstream: "balanced", after: "{{position}}") { position } }""";

    private static async Task<ClientWebSocket> SubscribeAsync(Balancer balancer, Version version, string position)
    {
        var socket = await balancer.OpenSocketAsync(version);
        await SendAsync(socket, new { type = "connection_init" });
        Assert.Contains("connection_ack", await ReceiveAsync(socket), StringComparison.Ordinal);
        await SendAsync(
            socket,
            new
            {
                id = "1",
                type = "subscribe",
                payload = new { query = SubscriptionAfter(position) },
            }
        );
        return socket;
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message),
            WebSocketMessageType.Text,
            endOfMessage: true,
            Cancellation
        );

    private static async Task<string> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), Cancellation);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    private static async Task<StreamReader> StreamAsync(Balancer balancer, string position)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/graphql?query={Uri.EscapeDataString(SubscriptionAfter(position))}"
        );
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await balancer.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
    }

    private static async Task<string> EventAsync(StreamReader stream)
    {
        while (await stream.ReadLineAsync(Cancellation) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException("The stream ended without an event.");
    }
}
