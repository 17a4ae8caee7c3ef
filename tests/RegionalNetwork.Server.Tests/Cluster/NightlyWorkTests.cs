using Microsoft.Extensions.Logging.Abstractions;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>Work that nobody asks for is done once, whichever node does it, and is not lost with a node.</summary>
public sealed class NightlyWorkTests(SharedPostgreSql shared)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_node_at_a_time_does_shared_work_and_the_next_finds_what_is_left()
    {
        await using var first = await NodeAsync(await shared.NewDatabaseAsync());
        await using var second = await NodeAsync(first.Database);
        var steps = new[] { "one", "two", "three" };
        var done = new List<string>();
        var (begun, mayGoOn) = (new TaskCompletionSource(), new TaskCompletionSource());

        async Task<bool> DoAsync(CancellationToken lost)
        {
            foreach (var step in steps.Except(done).ToArray())
            {
                done.Add(step);
                begun.TrySetResult();
                await mayGoOn.Task.WaitAsync(lost);
            }

            return true;
        }

        var task = new NightlyTask("steps", TimeSpan.Zero, IsShared: true, DoAsync);
        var atFirst = first.Work.TryAsync(task, Cancellation);
        await begun.Task.WaitAsync(Cancellation);
        Assert.False(await second.Work.TryAsync(task, Cancellation).WaitAsync(Patience, Cancellation));

        // The first one dies in the midst: its session ends with it.
        Assert.Equal(1L, await PostgreSqlServer.QueryAsync(first.Database, CutSql));
        mayGoOn.SetException(new InvalidOperationException("It died."));
        Assert.False(await atFirst);
        mayGoOn = new TaskCompletionSource();
        mayGoOn.SetResult();

        Assert.True(await second.Work.TryAsync(task, Cancellation));
        Assert.Equal(steps, done);
    }

    [Fact]
    public async Task Each_node_does_what_is_its_own_whoever_has_a_turn()
    {
        await using var first = await NodeAsync(await shared.NewDatabaseAsync());
        await using var second = await NodeAsync(first.Database);
        await using var turn = await first.Network.Journal.TryTakeTurnAsync("own", Cancellation);
        var task = new NightlyTask("own", TimeSpan.Zero, IsShared: false, _ => Task.FromResult(true));

        Assert.True(await second.Work.TryAsync(task, Cancellation));
    }

    [Fact]
    public async Task What_fails_is_tried_again_soon_and_what_is_done_the_next_night()
    {
        var clock = new FlyingTime(Noon);
        await using var network = await NetworkHost.StartAsync(new InMemoryJournal(), clock, Cancellation);
        using var stop = new CancellationTokenSource();
        var tries = new List<DateTimeOffset>();
        var task = new NightlyTask(
            "tries",
            TimeSpan.FromMinutes(5),
            IsShared: true,
            _ =>
            {
                tries.Add(clock.GetUtcNow());
                if (tries.Count == 5)
                {
                    stop.Cancel();
                }

                return tries.Count == 1
                    ? throw new InvalidOperationException("A bug.")
                    : Task.FromResult(tries.Count != 2);
            }
        );

        await new NightlyWork(network, NullLogger.Instance).RunAsync(task, stop.Token);

        var pause = NightlyWork.RetryPause;
        var night = new DateTimeOffset(2026, 3, 2, 0, 5, 0, TimeSpan.Zero);
        Assert.Equal([Noon, Noon + pause, Noon + 3 * pause, night, night.AddDays(1)], tries);
    }

    [Theory]
    [InlineData("2026-03-01T00:00:00Z", "2026-03-01T00:05:00Z")]
    [InlineData("2026-03-01T00:05:00Z", "2026-03-02T00:05:00Z")]
    [InlineData("2026-12-31T23:59:59Z", "2027-01-01T00:05:00Z")]
    public void Task_is_due_at_its_minute_of_the_night(string now, string due)
    {
        var task = new NightlyTask("due", TimeSpan.FromMinutes(5), IsShared: false, _ => Task.FromResult(true));

        Assert.Equal(DateTimeOffset.Parse(due, null), task.DueAfter(DateTimeOffset.Parse(now, null)));
    }

    private const string CutSql =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 "
        + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static async Task<Worker> NodeAsync(string database) =>
        new(
            database,
            await NetworkHost.StartAsync(
                PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System),
                TimeProvider.System,
                Cancellation
            )
        );

    private sealed class Worker(string database, NetworkHost network) : IAsyncDisposable
    {
        public string Database { get; } = database;

        public NetworkHost Network { get; } = network;

        public NightlyWork Work { get; } = new(network, NullLogger.Instance);

        public ValueTask DisposeAsync() => Network.DisposeAsync();
    }
}
