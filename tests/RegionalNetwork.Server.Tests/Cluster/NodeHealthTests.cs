using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>What a node says of itself from the first moment on, and what it does with requests meanwhile.</summary>
public sealed class NodeHealthTests : IAsyncLifetime
{
    private readonly SlowJournal _journal;
    private readonly NetworkHost _network;
    private readonly NodeHealth _health;
    private readonly JournalWatch _watch;
    private readonly WebApplication _app;
    private HttpClient? _client;

    public NodeHealthTests()
    {
        _journal = new SlowJournal(Journal());
        _network = NetworkHost.Begin(_journal, TimeProvider.System);
        _watch = new JournalWatch(
            _journal,
            () => _network.Projection.Current.Position,
            NodeLimits.Default,
            // Nobody looks here, and a journal that nobody looks at is silent: on a slow machine for too long.
            new ManualTime()
        );
        _health = new NodeHealth(_network, _watch);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.UseNodeGate(_health);
        new HealthEndpoints(_health).Map(_app);
        _app.MapGet("/answer", () => "an answer");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Cancellation);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client!.Dispose();
        await _app.DisposeAsync();
        await _network.DisposeAsync();
    }

    [Fact]
    public async Task Node_is_alive_and_not_ready_and_answers_nothing_until_it_has_caught_up()
    {
        Assert.Equal((HttpStatusCode.OK, """{"live":true}"""), await GetAsync("/health/live"));
        var (status, text) = await GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith(
            """{"ready":false,"reasons":[{"code":"NODE_STARTING","message":"This node reads the journal""",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\"position\":0,\"journalEnd\":1,", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync("/answer")).Status);

        _journal.Release();
        await _network.Projection.CatchUpAsync(Cancellation);
        _health.Start();

        Assert.Equal((HttpStatusCode.OK, "an answer"), await GetAsync("/answer"));
        Assert.StartsWith(
            """{"ready":true,"reasons":[],"position":1,"journalEnd":1,"version":""",
            (await GetAsync("/health/ready")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Node_that_is_told_to_stop_is_not_ready_and_answers()
    {
        await CatchUpAsync();
        _health.Drain();

        Assert.Contains("NODE_DRAINING", (await GetAsync("/health/ready")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/answer")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/health/live")).Status);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK, "NEWER_EVENT")]
    [InlineData(false, HttpStatusCode.ServiceUnavailable, "NODE_STOPPED")]
    public async Task Node_whose_snapshot_stands_still_answers_nothing_and_is_dead_where_a_restart_may_help(
        bool isNewer,
        HttpStatusCode live,
        string code
    )
    {
        var entry = (await _journal.ReadStreamAsync(WorkstreamEntry.Stream, StreamVersion.None, 1, Cancellation))[0];
        _journal.Break(
            isNewer
                ? new UnknownEventException(entry)
                : new JournalFormatException("It went back.", innerException: null)
        );
        await _network.Projection.Stopped;
        _health.Stop(_network.Projection.Fault!);

        Assert.Equal(live, (await GetAsync("/health/live")).Status);
        Assert.Contains($"\"code\":\"{code}\"", (await GetAsync("/health/ready")).Text, StringComparison.Ordinal);
        var (status, text) = await GetAsync("/answer");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains($"\"extensions\":{{\"code\":\"{code}\"}}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_two_addresses_pass_the_gate_and_only_to_be_read()
    {
        foreach (var path in new[] { "/health", "/health/", "/health/ready/", "/health/live/x", "/Graphql" })
        {
            var (status, text) = await GetAsync(path);
            Assert.True(status == HttpStatusCode.ServiceUnavailable, $"{path}: {status}");
            Assert.Contains("NODE_STARTING", text, StringComparison.Ordinal);
        }

        using var posted = await _client!.PostAsync("/health/ready", new StringContent(""), Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        using var head = await _client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, "/health/ready"),
            Cancellation
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, head.StatusCode);
    }

    private async Task CatchUpAsync()
    {
        _journal.Release();
        await _network.Projection.CatchUpAsync(Cancellation);
        _health.Start();
    }

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string path)
    {
        using var answer = await _client!.GetAsync(path, Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>One entry.</summary>
    private static InMemoryJournal Journal()
    {
        var journal = new InMemoryJournal();
        Assert.IsType<AppendResult.Appended>(journal.AppendAsync(WorkstreamEntry.Created(), Cancellation).Result);
        return journal;
    }
}
