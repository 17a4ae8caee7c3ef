using System.Net.WebSockets;
using RegionalNetwork.Server.GraphQLHttp.Streaming;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>A socket is kept for as long as its client shows that it is there.</summary>
public sealed class SilentClientTests
{
    private const int PongsInAWhile = 20;
    private static readonly SubscriptionLimits Limits = new()
    {
        PingInterval = TimeSpan.FromMilliseconds(150),
        SilenceMax = TimeSpan.FromMilliseconds(1_500),
    };

    [Fact]
    public async Task Client_that_answers_no_ping_is_ended()
    {
        await using var server = await StreamingServer.StartAsync(Limits, TimeProvider.System);
        using var client = await server.ConnectAsync();

        Assert.Equal("ping", await client.ReceiveTypeAsync());
        await Assert.ThrowsAsync<WebSocketException>(async () =>
        {
            while (true)
            {
                Assert.Equal("ping", await client.ReceiveTypeAsync());
            }
        });
    }

    [Fact]
    public async Task Client_that_answers_pings_stays_for_longer_than_it_may_be_silent()
    {
        await using var server = await StreamingServer.StartAsync(Limits, TimeProvider.System);
        using var client = await server.ConnectAsync();
        Assert.True(PongsInAWhile * Limits.PingInterval > Limits.SilenceMax);

        // Pings are a PingInterval apart or more.
        for (var i = 0; i < PongsInAWhile; i++)
        {
            Assert.Equal("ping", await client.ReceiveTypeAsync());
            await client.SendAsync("""{"type":"pong"}""");
        }
    }

    [Fact]
    public async Task Client_that_is_sent_events_all_the_time_is_pinged_before_it_is_taken_for_dead()
    {
        await using var server = await StreamingServer.StartAsync(Limits, TimeProvider.System);
        using var client = await server.ConnectAsync();
        var document = StreamingServer.Subscription("0", "position").Replace("\"", "\\\"", StringComparison.Ordinal);
        await client.SendAsync($$"""{"id":"1","payload":{"query":"{{document}}"},"type":"subscribe"}""");

        var type = await client.ReceiveTypeAsync();
        while (type == "next")
        {
            await server.PlanEventAsync();
            type = await client.ReceiveTypeAsync();
        }

        Assert.Equal("ping", type);
    }
}
