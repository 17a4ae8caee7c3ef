using System.Text.RegularExpressions;
using RegionalNetwork.Server.GraphQLHttp.Streaming;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>A reader of server-sent events that does not read.</summary>
public sealed partial class SlowReaderTests
{
    private const int Events = 20;
    private static readonly TimeSpan SendWait = TimeSpan.FromMilliseconds(250);

    /// <summary>Some 400 kB an event: one alone is more than the buffers between the two sides hold.</summary>
    private static readonly string Bulk =
        $"position workstream {{ {string.Join(' ', Enumerable.Range(0, 240).Select(i => $"a{i}: aims"))} }}";

    [Fact]
    public async Task Reader_that_takes_nothing_for_too_long_is_told_so_and_resumes()
    {
        var clock = new WatchedTime(SendWait);
        var limits = new SubscriptionLimits { SendWait = SendWait, CloseWait = TimeSpan.FromMinutes(1) };
        await using var server = await StreamingServer.StartAsync(limits, clock);
        var positions = await PlanEventsAsync(server);

        using var stream = await server.SubscribeAsync("1", Bulk);
        await clock.FiredAsync(TestContext.Current.CancellationToken);
        var text = await stream.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Matches("\"code\":\"SLOW_CONSUMER\"[^\n]*\n\nevent: complete\ndata: \n\n$", text);
        var seen = Positions(text);
        Assert.InRange(seen.Count, 1, Events - 1);

        using var resumed = await server.SubscribeAsync(seen[^1], "position");
        seen.AddRange(await ReadAsync(resumed, Events - seen.Count));
        Assert.Equal(positions, seen);
    }

    [Fact]
    public async Task Reader_that_does_not_even_take_the_reason_is_cut_off()
    {
        var clock = new WatchedTime(SendWait);
        await using var server = await StreamingServer.StartAsync(
            new SubscriptionLimits { SendWait = SendWait, CloseWait = SendWait },
            clock
        );
        await PlanEventsAsync(server);

        using var stream = await server.SubscribeAsync("1", Bulk);
        await clock.FiredAsync(TestContext.Current.CancellationToken);
        await clock.FiredAsync(TestContext.Current.CancellationToken);
        await using var events = await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<IOException>(() =>
            events.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken)
        );
    }

    private static async Task<List<string>> PlanEventsAsync(StreamingServer server)
    {
        var positions = new List<string>();
        for (var i = 0; i < Events; i++)
        {
            positions.Add(await server.PlanEventAsync());
        }

        return positions;
    }

    private static async Task<List<string>> ReadAsync(HttpResponseMessage stream, int count)
    {
        var seen = new List<string>();
        using var lines = new StreamReader(
            await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        while (seen.Count < count)
        {
            seen.AddRange(Positions(await lines.ReadLineAsync(TestContext.Current.CancellationToken) ?? ""));
        }

        return seen;
    }

    private static List<string> Positions(string text) => [.. Position().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(
        "(?<=\"workstreamActivity\":{\"position\":\")[0-9]+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Position();
}
