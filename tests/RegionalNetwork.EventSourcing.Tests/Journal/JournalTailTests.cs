using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

public sealed class JournalTailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everyone_who_follows_sees_every_entry_once_and_in_order_wherever_and_whenever_they_begin()
    {
        const int Entries = 3 * Limits.TailEntries;
        const int Followers = 12;
        var seed = Random.Shared.Next();
        TestContext.Current.SendDiagnosticMessage($"Seed {seed}");
        var random = new Random(seed);
        await using var journal = new InMemoryJournal();
        using var tail = new JournalTail(journal);
        var starts = Enumerable.Range(0, Followers).Select(_ => random.Next(Entries - 1)).ToArray();
        var following = new List<Task<long[]>>();

        for (var i = 0; i < Entries; i++)
        {
            if (i % (Entries / Followers) == 0)
            {
                var start = starts[following.Count];
                following.Add(Task.Run(() => FollowAsync(tail, start, Entries), Cancellation));
            }

            await journal.AppendAsync(Say(Alpha, i, $"c{i}", $"{i}"), Cancellation);
        }

        var seen = await Task.WhenAll(following);
        Assert.All(seen.Zip(starts), pair => Assert.Equal(Positions(pair.Second, Entries), pair.First));
    }

    [Fact]
    public async Task New_entries_are_read_once_for_all_who_wait_for_them()
    {
        await using var journal = new CountingJournal(new InMemoryJournal());
        using var tail = new JournalTail(journal);
        var following = Enumerable.Range(0, 20).Select(_ => FollowAsync(tail, 0, 3)).ToArray();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two", "three"), Cancellation);

        await Task.WhenAll(following);
        Assert.Equal(1, journal.Reads);
    }

    [Fact]
    public async Task Payloads_beyond_the_limit_are_not_kept_but_read_again()
    {
        await using var journal = new CountingJournal(new InMemoryJournal());
        using var tail = new JournalTail(journal);
        var half = new string('x', (Limits.TailPayloadBytes / 2) + 1);
        await journal.AppendAsync(Say(Alpha, 0, "c1", half, half), Cancellation);

        Assert.Equal("1 2", Text(await FollowAsync(tail, 0, 2)));
        Assert.Equal("2", Text(await FollowAsync(tail, 1, 2)));
        Assert.Equal(1, journal.Reads);
        Assert.Equal("1 2", Text(await FollowAsync(tail, 0, 2)));
        Assert.Equal(2, journal.Reads);
    }

    [Fact]
    public async Task Entry_that_can_be_read_before_the_head_includes_it_is_waited_for()
    {
        await using var journal = new CountingJournal(new InMemoryJournal()) { HeadMax = 1 };
        using var tail = new JournalTail(journal);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Cancellation);
        var following = FollowAsync(tail, 0, 2);

        await journal.Asked(2).WaitAsync(Cancellation);
        Assert.False(following.IsCompleted);
        journal.Release();
        Assert.Equal("1 2", Text(await following));
    }

    [Fact]
    public async Task Journal_that_is_closed_ends_the_wait()
    {
        var journal = new InMemoryJournal();
        using var tail = new JournalTail(journal);
        var following = FollowAsync(tail, 0, 1);
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => following);
    }

    [Fact]
    public async Task Cancellation_ends_the_wait()
    {
        await using var journal = new InMemoryJournal();
        using var cancellation = new CancellationTokenSource();
        using var tail = new JournalTail(journal);
        await using var entries = tail.FollowAsync(JournalPosition.Start, cancellation.Token)
            .GetAsyncEnumerator(Cancellation);
        var moving = entries.MoveNextAsync();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await moving);
    }

    private static async Task<long[]> FollowAsync(JournalTail tail, long after, long last)
    {
        var seen = new List<long>();
        await foreach (var entry in tail.FollowAsync(new JournalPosition(after), Cancellation))
        {
            seen.Add(entry.Position.Value);
            if (entry.Position.Value == last)
            {
                break;
            }
        }

        return [.. seen];
    }

    private static string Text(long[] positions) => string.Join(' ', positions);

    private static long[] Positions(int after, int last) =>
        [.. Enumerable.Range(after + 1, last - after).Select(position => (long)position)];

    private sealed class CountingJournal(IJournal journal) : IJournal
    {
        private readonly TaskCompletionSource _released = new();
        private readonly TaskCompletionSource _asked = new();
        private int _reads;

        public int Reads => _reads;

        /// <summary>Later positions are not waited for with success until <see cref="Release"/>.</summary>
        public long HeadMax { get; init; } = long.MaxValue;

        public JournalPosition Head =>
            _released.Task.IsCompleted ? journal.Head : new(Math.Min(journal.Head.Value, HeadMax));

        /// <summary>Ends when somebody waits for a position past <see cref="HeadMax"/>.</summary>
        public Task Asked(long position) => position > HeadMax ? _asked.Task : Task.CompletedTask;

        public void Release() => _released.SetResult();

        public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default) =>
            journal.AppendAsync(request, cancellationToken);

        public ValueTask<AppendResult.AlreadyHandled?> FindCommandAsync(
            StreamId stream,
            string commandId,
            CancellationToken cancellationToken = default
        ) => journal.FindCommandAsync(stream, commandId, cancellationToken);

        public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamAsync(
            StreamId stream,
            StreamVersion after,
            int entriesMax,
            CancellationToken cancellationToken = default
        ) => journal.ReadStreamAsync(stream, after, entriesMax, cancellationToken);

        public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
            IReadOnlyCollection<StreamId> streams,
            JournalPosition after,
            int entriesMax,
            CancellationToken cancellationToken = default
        ) => journal.ReadStreamsAsync(streams, after, entriesMax, cancellationToken);

        public ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
            JournalPosition after,
            int entriesMax,
            CancellationToken cancellationToken = default
        )
        {
            Interlocked.Increment(ref _reads);
            return journal.ReadAllAsync(after, entriesMax, cancellationToken);
        }

        public ValueTask<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken = default) =>
            journal.ReadChainHeadAsync(cancellationToken);

        public ValueTask<IReadOnlyList<ChainedEntry>> ReadChainAsync(
            JournalPosition after,
            int entriesMax,
            CancellationToken cancellationToken = default
        ) => journal.ReadChainAsync(after, entriesMax, cancellationToken);

        public async Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken = default)
        {
            if (position.Value > HeadMax)
            {
                _asked.TrySetResult();
                await _released.Task.WaitAsync(cancellationToken);
            }

            await journal.WaitForAsync(position, cancellationToken);
        }

        public ValueTask DisposeAsync() => journal.DisposeAsync();
    }
}
