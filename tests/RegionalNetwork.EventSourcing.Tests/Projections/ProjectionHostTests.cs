using System.Collections.Immutable;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.EventSourcing.Tests.Grains;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Projections;

public sealed class ProjectionHostTests : IAsyncLifetime
{
    private readonly InMemoryJournal _journal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _journal.DisposeAsync();

    [Fact]
    public async Task Host_starts_with_all_that_is_in_the_journal()
    {
        await _journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);

        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);

        Assert.Equal(new JournalPosition(2), host.Current.Position);
        Assert.Equal(["""{"text":"one"}""", """{"text":"two"}"""], host.Current.Snapshot.Texts);
    }

    [Fact]
    public async Task Host_of_an_empty_journal_starts_with_the_initial_snapshot()
    {
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);

        Assert.Equal(JournalPosition.Start, host.Current.Position);
        Assert.Empty(host.Current.Snapshot.Texts);
    }

    [Fact]
    public async Task Who_waits_for_a_position_gets_a_snapshot_that_has_it()
    {
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);
        var waiting = host.WaitForAsync(new JournalPosition(1), Token);
        Assert.False(waiting.IsCompleted);

        await _journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        Assert.Equal("""{"text":"one"}""", Assert.Single((await waiting).Snapshot.Texts));
        Assert.True(host.WaitForAsync(new JournalPosition(1), Token).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Journal_that_is_away_for_a_time_is_waited_for()
    {
        var away = 2;
        var journal = new FaultyJournal(_journal);
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), journal, Token);
        journal.BeforeReadAll = () =>
        {
            if (away-- > 0)
            {
                throw FaultyJournal.Unavailable();
            }
        };

        await _journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        Assert.Single((await host.WaitForAsync(new JournalPosition(1), Token)).Snapshot.Texts);
        Assert.Null(host.Fault);
    }

    [Fact]
    public async Task Journal_that_is_away_at_the_start_is_an_error()
    {
        await _journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        var journal = new FaultyJournal(_journal) { BeforeReadAll = () => throw FaultyJournal.Unavailable() };

        var fault = await Assert.ThrowsAsync<ProjectionFaultedException>(() =>
            ProjectionHost<Lines>.StartAsync(new LineProjection(), journal, Token)
        );

        Assert.IsType<JournalUnavailableException>(fault.InnerException);
    }

    [Fact]
    public async Task Snapshot_that_a_reader_holds_does_not_change()
    {
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);
        var held = host.Current;

        await _journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await host.WaitForAsync(new JournalPosition(1), Token);

        Assert.Equal((JournalPosition.Start, 0), (held.Position, held.Snapshot.Texts.Count));
        Assert.NotSame(held, host.Current);
    }

    [Fact]
    public async Task Reader_does_not_wait_for_a_projection_at_work()
    {
        using var entered = new SemaphoreSlim(0);
        using var gate = new SemaphoreSlim(0);
        var projection = new LineProjection { Entered = () => entered.Release(), Gate = gate.Wait };
        await using var host = await ProjectionHost<Lines>.StartAsync(projection, _journal, Token);
        await _journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await entered.WaitAsync(Token);

        Assert.Equal(JournalPosition.Start, host.Current.Position);

        gate.Release();
        await host.WaitForAsync(new JournalPosition(1), Token);
    }

    [Fact]
    public async Task Faulty_projection_stops_and_keeps_its_last_good_snapshot()
    {
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);
        await _journal.AppendAsync(Say(Alpha, 0, "c1", "good"), Token);
        await host.WaitForAsync(new JournalPosition(1), Token);
        var waiting = host.WaitForAsync(new JournalPosition(2), Token);

        await _journal.AppendAsync(Say(Alpha, 1, "c2", "poison"), Token);
        await _journal.AppendAsync(Say(Alpha, 2, "c3", "after"), Token);

        var fault = await Assert.ThrowsAsync<ProjectionFaultedException>(() => waiting);
        Assert.Contains("position 1", fault.Message, StringComparison.Ordinal);
        await host.Stopped;
        Assert.Same(fault.InnerException, host.Fault);
        Assert.Equal(("""{"text":"good"}""", 1L), (host.Current.Snapshot.Texts[^1], host.Current.Position.Value));
        await Assert.ThrowsAsync<ProjectionFaultedException>(() => host.WaitForAsync(new JournalPosition(3), Token));
    }

    [Fact]
    public async Task Projection_that_cannot_apply_what_is_there_does_not_start()
    {
        await _journal.AppendAsync(Say(Alpha, 0, "c1", "poison"), Token);

        await Assert.ThrowsAsync<ProjectionFaultedException>(() =>
            ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token)
        );
    }

    [Fact]
    public async Task Journal_longer_than_a_batch_is_applied_whole_and_in_order()
    {
        var texts = Enumerable.Range(0, Limits.AppendEvents).Select(i => $"{i}").ToArray();
        await _journal.AppendAsync(Say(Alpha, 0, "c1", texts), Token);
        await _journal.AppendAsync(Say(Beta, 0, "c1", texts), Token);

        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);

        Assert.Equal(2 * Limits.AppendEvents, host.Current.Position.Value);
        Assert.Equal(texts.Concat(texts).Select(t => $"{{\"text\":\"{t}\"}}"), host.Current.Snapshot.Texts);
    }

    [Fact]
    public async Task Disposed_host_tells_those_who_wait()
    {
        var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);
        var waiting = host.WaitForAsync(new JournalPosition(1), Token);

        await host.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.Null(host.Fault);
    }

    [Fact]
    public async Task Host_follows_what_another_process_appends()
    {
        using var directory = new TemporaryDirectory();
        await using var mine = SqliteJournal.Open(directory.File("journal.sqlite"));
        await using var theirs = SqliteJournal.Open(directory.File("journal.sqlite"));
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), mine, Token);

        await theirs.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        var seen = await host.WaitForAsync(new JournalPosition(1), Token);
        Assert.Single(seen.Snapshot.Texts);
    }

    [Fact]
    public async Task Snapshots_under_load_are_consistent_and_only_move_forward()
    {
        await using var host = await ProjectionHost<Lines>.StartAsync(new LineProjection(), _journal, Token);
        var reading = Task.Run(
            () =>
            {
                var last = 0L;
                while (last < 500)
                {
                    var (snapshot, position) = host.Current;
                    Assert.InRange(position.Value, last, 500);
                    Assert.Equal(position.Value, snapshot.Texts.Count);
                    last = position.Value;
                }
            },
            Token
        );

        for (var i = 0; i < 500; i++)
        {
            await _journal.AppendAsync(Say(Alpha, i, $"c{i}", $"{i}"), Token);
        }
        await reading;
    }

    private sealed record Lines(ImmutableList<string> Texts);

    private sealed class LineProjection : IProjection<Lines>
    {
        public Action Entered { get; init; } = () => { };

        public Action Gate { get; init; } = () => { };

        public Lines Initial { get; } = new([]);

        public Func<Lines, Lines> Read(IReadOnlyList<JournalEntry> entries) =>
            snapshot =>
            {
                Entered();
                Gate();
                var texts = entries.Select(Text).ToArray();
                return texts.Any(t => t.Contains("poison", StringComparison.Ordinal))
                    ? throw new InvalidTimeZoneException("Cannot apply this.")
                    : new Lines(snapshot.Texts.AddRange(texts));
            };
    }
}
