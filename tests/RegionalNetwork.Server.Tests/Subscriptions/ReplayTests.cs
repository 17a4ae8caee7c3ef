using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Subscriptions;
using RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.Tests.Subscriptions;

/// <summary>What was written before a subscription began is read at the pace of the caller's budget.</summary>
public sealed class ReplayTests : IAsyncDisposable
{
    private const int Entries = 4;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ManualTime _clock = new();
    private readonly InMemoryJournal _journal = new();
    private readonly JournalTail _tail;

    public ReplayTests() => _tail = new JournalTail(_journal);

    public async ValueTask DisposeAsync()
    {
        await _journal.DisposeAsync();
        _tail.Dispose();
    }

    [Fact]
    public async Task As_much_as_the_budget_reaches_for_is_read_at_once_and_the_next_entry_when_it_has_refilled()
    {
        await using var entries = await FollowAsync(new JournalPosition(Entries), budget: Entries - 1);
        for (var i = 1; i < Entries; i++)
        {
            Assert.True(await entries.MoveNextAsync());
        }

        var next = entries.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        _clock.Advance(Minute);
        Assert.True(await next.WaitAsync(LongEnough, TestContext.Current.CancellationToken));
        Assert.Equal(Entries, entries.Current.Position.Value);
    }

    [Fact]
    public async Task What_is_written_after_the_subscription_began_is_free()
    {
        await using var entries = await FollowAsync(new JournalPosition(1), budget: 1);
        for (var i = 1; i <= Entries; i++)
        {
            Assert.True(
                await entries.MoveNextAsync().AsTask().WaitAsync(LongEnough, TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task Where_nobody_has_a_budget_nothing_is_paid()
    {
        var replay = new Replay(_tail, 1e9, new JournalPosition(Entries), null);

        await replay.PayForEventAsync(new JournalPosition(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Event_that_is_replayed_costs_what_its_operation_does_and_a_new_one_nothing()
    {
        var replay = new Replay(_tail, 3, new JournalPosition(Entries), Budget(6));

        Assert.True(Pay(1).IsCompletedSuccessfully);
        Assert.True(Pay(Entries).IsCompletedSuccessfully);
        Assert.False(Pay(Entries).IsCompleted);
        Assert.True(Pay(Entries + 1).IsCompletedSuccessfully);

        Task Pay(long at) =>
            replay.PayForEventAsync(new JournalPosition(at), TestContext.Current.CancellationToken).AsTask();
    }

    [Fact]
    public void Event_that_costs_more_than_a_whole_budget_is_answered_once_the_budget_is_full()
    {
        var replay = new Replay(_tail, 1_000, new JournalPosition(Entries), Budget(6));

        var first = replay.PayForEventAsync(new JournalPosition(1), TestContext.Current.CancellationToken).AsTask();
        var second = replay.PayForEventAsync(new JournalPosition(2), TestContext.Current.CancellationToken).AsTask();
        Assert.True(first.IsCompletedSuccessfully);
        Assert.False(second.IsCompleted);
        _clock.Advance(Minute);
        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wait_for_the_budget_ends_with_the_subscription()
    {
        using var ended = new CancellationTokenSource();
        var replay = new Replay(_tail, 6, new JournalPosition(Entries), Budget(6));
        await replay.PayForEventAsync(new JournalPosition(1), ended.Token);

        var waiting = replay.PayForEventAsync(new JournalPosition(2), ended.Token).AsTask();
        await ended.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    private Spending Budget(double unitsPerMinute)
    {
        var budgets = new CallerBudgets(unitsPerMinute, RateLimits.CallersMax, _clock);
        return new Spending(
            new TokenBucket(unitsPerMinute, unitsPerMinute / Minute.TotalSeconds, _clock),
            budgets,
            _clock
        );
    }

    private async Task<IAsyncEnumerator<JournalEntry>> FollowAsync(JournalPosition began, double budget)
    {
        var events = Enumerable.Repeat(new NewEvent("council.changed.v1", new byte[] { 1 }), Entries).ToList();
        var stream = new StreamId("council", "E08000031");
        var request = new AppendRequest(stream, StreamVersion.None, "c", "a", DateTimeOffset.UnixEpoch, events);
        await _journal.AppendAsync(request, TestContext.Current.CancellationToken);
        return new Replay(_tail, 1, began, Budget(budget))
            .FollowAsync(JournalPosition.Start, TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }
}
