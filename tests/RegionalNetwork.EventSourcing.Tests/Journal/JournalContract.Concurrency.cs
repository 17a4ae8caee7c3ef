using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>What every journal does when many use it at once.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task Many_appenders_on_one_stream_are_serialised_without_gaps_or_losses()
    {
        await using var journal = OpenEmpty();

        await Task.WhenAll(
            Enumerable.Range(0, 16).Select(appender => AppendPersistentlyAsync(journal, appender, count: 10))
        );

        var entries = await ReadToEndAsync(journal);
        Assert.Equal(Enumerable.Range(1, 160).Select(i => (long)i), entries.Select(e => e.Position.Value));
        Assert.Equal(Enumerable.Range(1, 160).Select(i => (long)i), entries.Select(e => e.Version.Value));
        Assert.Equal(160, entries.Select(e => e.CommandId).Distinct().Count());
    }

    [Fact]
    public async Task Many_appenders_on_many_streams_all_get_in_and_conflicts_among_them_spoil_nothing()
    {
        await using var journal = OpenEmpty();

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 500)
                .Select(i =>
                    journal.AppendAsync(Say(new StreamId("sample", $"s{i}"), i % 5 == 0 ? 7 : 0, "c", "a", "b"), Token)
                )
        );

        Assert.Equal(100, results.Count(r => r is AppendResult.Conflict));
        var entries = await ReadToEndAsync(journal);
        Assert.Equal(800, entries.Count);
        // The two events of an append are neighbours: nothing comes between them.
        Assert.All(
            entries.Chunk(2),
            pair =>
                Assert.Equal((pair[0].Stream, 1L, 2L), (pair[1].Stream, pair[0].Version.Value, pair[1].Version.Value))
        );
        Assert.Equal(
            results.OfType<AppendResult.Appended>().Select(r => r.LastPosition.Value).Order(),
            entries.Where(e => e.Version.Value == 2).Select(e => e.Position.Value)
        );
    }

    [Fact]
    public async Task Same_command_sent_many_times_at_once_happens_once()
    {
        await using var journal = OpenEmpty();

        var results = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token))
        );

        Assert.Single(results, Appended(1, 1));
        Assert.Equal(49, results.Count(r => r == AlreadyHandled(1, 1)));
        Assert.Single(await ReadToEndAsync(journal));
    }

    [Fact]
    public async Task Many_readers_at_once_all_read_the_same()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);

        var reads = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => ReadToEndAsync(journal), Token))
        );

        Assert.All(reads, entries => Assert.Equal([1L, 2L], entries.Select(e => e.Position.Value)));
    }

    [Fact]
    public async Task Who_waits_for_a_position_is_told_when_it_is_there()
    {
        await using var journal = OpenEmpty();
        var waiting = journal.WaitForAsync(new JournalPosition(2), Token);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        Assert.False(waiting.IsCompleted);

        await journal.AppendAsync(Say(Alpha, 1, "c2", "two"), Token);

        await waiting;
        Assert.True(journal.WaitForAsync(new JournalPosition(2), Token).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Wait_for_a_position_can_be_given_up()
    {
        await using var journal = OpenEmpty();
        using var source = new CancellationTokenSource();
        var waiting = journal.WaitForAsync(new JournalPosition(1), source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    /// <summary>Appends as a grain does: on a conflict, again at the version that is there.</summary>
    private static async Task AppendPersistentlyAsync(IJournal journal, int appender, int count)
    {
        var version = 0L;
        for (var i = 0; i < count; i++)
        {
            AppendResult result;
            while (
                (result = await journal.AppendAsync(Say(Alpha, version, $"{appender}-{i}", "x"), Token))
                    is AppendResult.Conflict lost
            )
            {
                version = lost.ActualVersion.Value;
            }
            version = Assert.IsType<AppendResult.Appended>(result).Version.Value;
        }
    }
}
