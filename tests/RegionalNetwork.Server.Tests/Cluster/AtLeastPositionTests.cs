using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>The limits of waiting for a position, each at the limit and beyond.</summary>
public sealed class AtLeastPositionTests : IAsyncLifetime
{
    private static readonly NodeLimits Short = new()
    {
        PositionWait = TimeSpan.FromMilliseconds(50),
        PositionLeadMax = 10,
    };

    private readonly InMemoryJournal _journal = new();
    private NetworkHost? _network;
    private int _passed;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _network = await NetworkHost.StartAsync(_journal, TimeProvider.System, Cancellation);

    public ValueTask DisposeAsync() => _network!.DisposeAsync();

    [Fact]
    public async Task Position_that_is_reached_already_passes()
    {
        Assert.Equal("", await AskAsync(new AtLeastPosition(_network!, Short), 0));
        Assert.Equal(1, _passed);
    }

    [Fact]
    public async Task Position_within_the_lead_is_waited_for_and_one_beyond_it_is_not()
    {
        var patient = new AtLeastPosition(_network!, Short with { PositionWait = TimeSpan.FromMinutes(1) });

        Assert.Equal("POSITION_NOT_REACHED", await AskAsync(new AtLeastPosition(_network!, Short), 10));
        Assert.Equal("POSITION_AHEAD", await AskAsync(patient, 11));
        Assert.Equal(0, _passed);
    }

    [Fact]
    public async Task As_many_as_the_limit_wait_and_one_more_is_refused_at_once()
    {
        var limits = Short with { PositionWait = TimeSpan.FromMinutes(1), PositionWaitersMax = 2 };
        var positions = new AtLeastPosition(_network!, limits);
        var waiting = new[] { AskAsync(positions, 1), AskAsync(positions, 1) };

        Assert.Equal("POSITION_NOT_REACHED", await AskAsync(positions, 1));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));

        await _journal.AppendAsync(WorkstreamEntry.Created(), Cancellation);
        Assert.Equal(["", ""], await Task.WhenAll(waiting));
        Assert.Equal(2, _passed);
        // Who waited has left, and so does who gives up, so that others have room.
        using var givenUp = new CancellationTokenSource();
        var next = AskUntilAsync(positions, 9, givenUp.Token);
        Assert.False(next.IsCompleted);
        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    private Task<string> AskAsync(AtLeastPosition positions, long position) =>
        AskUntilAsync(positions, position, Cancellation);

    /// <returns>The code of the refusal; nothing where the request passed.</returns>
    private async Task<string> AskUntilAsync(AtLeastPosition positions, long position, CancellationToken aborted)
    {
        var http = new DefaultHttpContext { RequestAborted = aborted };
        http.Request.Headers[PositionHeaders.AtLeast] = position.ToString(CultureInfo.InvariantCulture);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await positions.InvokeAsync(
            http,
            _ =>
            {
                Interlocked.Increment(ref _passed);
                return Task.CompletedTask;
            }
        );
        return body.Length == 0
            ? ""
            : JsonElement.Parse(Encoding.UTF8.GetString(body.ToArray())).Text("errors.0.extensions.code")!;
    }
}
