using System.Text;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>When a journal is out of reach, and when a snapshot is too far behind it.</summary>
public sealed class JournalWatchTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly NodeLimits Limits = new() { UnreachedMax = 3 };

    private readonly InMemoryJournal _journal = new();
    private readonly ManualTime _clock = new();
    private readonly JournalWatch _watch;
    private JournalPosition _reached = JournalPosition.Start;

    public JournalWatchTests() => _watch = new JournalWatch(_journal, () => _reached, Limits, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    [Fact]
    public async Task Journal_is_away_when_it_has_been_silent_for_longer_than_the_limit()
    {
        await _watch.LookAsync(Cancellation);
        _clock.Advance(Limits.JournalSilenceMax);
        Assert.False(_watch.IsAway);
        _clock.Advance(Tick);
        Assert.True(_watch.IsAway);

        await _watch.LookAsync(Cancellation);
        Assert.False(_watch.IsAway);
        await _journal.DisposeAsync();
        _clock.Advance(Limits.JournalSilenceMax + Tick);
        await _watch.LookAsync(Cancellation);
        Assert.True(_watch.IsAway);
    }

    [Fact]
    public async Task Snapshot_lags_when_it_lacks_what_was_there_longer_ago_than_the_limit()
    {
        await AppendAsync();
        await _watch.LookAsync(Cancellation);
        _clock.Advance(Limits.LagMax);
        Assert.False(_watch.IsLagging);
        _clock.Advance(Tick);
        Assert.True(_watch.IsLagging);

        _reached = _watch.End;
        Assert.False(_watch.IsLagging);
    }

    [Fact]
    public async Task Snapshot_that_stays_behind_lags_until_it_is_within_the_limit()
    {
        for (var second = 0; second < 2 * Limits.UnreachedMax; second++)
        {
            await AppendAsync();
            await _watch.LookAsync(Cancellation);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _clock.Advance(Limits.LagMax);
        _reached = new JournalPosition(1);
        Assert.True(_watch.IsLagging);
        // The first three ends were remembered; what came later is looked for again.
        _reached = new JournalPosition(3);
        Assert.False(_watch.IsLagging);
        await _watch.LookAsync(Cancellation);
        _clock.Advance(Limits.LagMax + Tick);
        Assert.True(_watch.IsLagging);
    }

    private async Task AppendAsync()
    {
        var stream = new StreamId("sample", $"{_journal.Head.Value}");
        await _journal.AppendAsync(
            new AppendRequest(
                stream,
                StreamVersion.None,
                "c",
                "test:writer",
                DateTimeOffset.UnixEpoch,
                [new NewEvent("sample.said.v1", Encoding.UTF8.GetBytes("{}"))]
            ),
            Cancellation
        );
    }
}
