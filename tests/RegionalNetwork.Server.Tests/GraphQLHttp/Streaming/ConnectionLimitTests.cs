using System.Net;
using System.Net.WebSockets;
using System.Text;
using RegionalNetwork.Server.GraphQLHttp.Streaming;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>As many sockets and streams as the limit are open together; the next is told to come back.</summary>
public sealed class ConnectionLimitTests
{
    private static readonly SubscriptionLimits Two = new() { ConnectionsMax = 2 };

    [Fact]
    public async Task One_stream_too_many_is_refused_with_503_and_one_has_room_again_when_another_ends()
    {
        await using var server = await StreamingServer.StartAsync(Two, TimeProvider.System);
        using var first = await server.SubscribeAsync("0", "position");
        using var socket = await server.ConnectAsync();
        using var refused = await server.SubscribeAsync("0", "position");

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(StreamingHost.RetryAfterSeconds, refused.Headers.RetryAfter?.ToString());
        Assert.Contains(StreamingHost.TooManyConnections, await TextAsync(refused), StringComparison.Ordinal);

        first.Dispose();
        // The server hears of it in its own time.
        while ((await server.SubscribeAsync("0", "position")).StatusCode != HttpStatusCode.OK) { }
    }

    [Fact]
    public async Task One_socket_too_many_is_refused_with_503()
    {
        await using var server = await StreamingServer.StartAsync(Two, TimeProvider.System);
        using var first = await server.ConnectAsync();
        using var second = await server.ConnectAsync();

        var fault = await Assert.ThrowsAsync<WebSocketException>(server.ConnectAsync);
        Assert.Contains("503", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Queries_are_answered_at_the_limit()
    {
        await using var server = await StreamingServer.StartAsync(Two, TimeProvider.System);
        using var first = await server.ConnectAsync();
        using var second = await server.SubscribeAsync("0", "position");
        using var content = new StringContent(
            StreamingServer.Body("{ __typename }"),
            Encoding.UTF8,
            "application/json"
        );

        using var answer = await server.Client.PostAsync("/graphql", content, TestContext.Current.CancellationToken);
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await TextAsync(answer));
    }

    private static Task<string> TextAsync(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
