using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>Of several processes on one journal, one at a time has the turn of a work.</summary>
public sealed class WorkTurnTests(SharedPostgreSql shared)
{
    private const string Work = "sweep";

    /// <summary>The session that has a turn in a database, ended as by an administrator or a network that fails.</summary>
    private const string CutSql =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 "
        + "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task One_process_has_the_turn_until_it_gives_it_back()
    {
        var database = await shared.NewDatabaseAsync();
        await using var first = Open(database, TimeProvider.System);
        await using var second = Open(database, TimeProvider.System);

        await using (var turn = await first.TryTakeTurnAsync(Work, Token))
        {
            Assert.NotNull(turn);
            Assert.Null(await second.TryTakeTurnAsync(Work, Token));
            await using var other = await second.TryTakeTurnAsync("another work", Token);
            Assert.NotNull(other);
        }

        await using var next = await second.TryTakeTurnAsync(Work, Token);
        Assert.NotNull(next);
        Assert.Null(await first.TryTakeTurnAsync(Work, Token));
    }

    [Fact]
    public async Task Process_whose_session_is_cut_loses_its_turn_and_hears_of_it()
    {
        var database = await shared.NewDatabaseAsync();
        var time = new ManualTime(Noon);
        await using var first = Open(database, time);
        await using var second = Open(database, TimeProvider.System);
        await using var turn = await first.TryTakeTurnAsync(Work, Token);
        Assert.NotNull(turn);

        Assert.Equal(1L, await PostgreSqlServer.QueryAsync(database, CutSql));

        await using var next = await TakeInTimeAsync(second);
        Assert.False(turn.Lost.IsCancellationRequested);
        time.Advance(Limits.WorkTurnLease / 3);
        await EndsInTimeAsync(turn.Lost);
    }

    /// <summary>Its clock stands still, so that it says nothing, as a process that hangs.</summary>
    [Fact]
    public async Task Process_that_hangs_loses_its_turn_after_the_lease()
    {
        var lease = TimeSpan.FromSeconds(1);
        var database = await shared.NewDatabaseAsync();
        await using var second = Open(database, TimeProvider.System);
        using var first = PostgreSqlDatabase.Of(
            PostgreSqlJournalOptions.At(database),
            "journal",
            Limits.PostgreSqlConnections
        );
        await using var turn = await PostgreSqlTurn.TryTakeAsync(first, Work, lease, new ManualTime(Noon), Token);
        Assert.NotNull(turn);
        Assert.Null(await second.TryTakeTurnAsync(Work, Token));

        await using var next = await TakeInTimeAsync(second);
    }

    [Fact]
    public async Task Process_that_is_alive_keeps_its_turn_for_longer_than_the_lease()
    {
        var lease = TimeSpan.FromSeconds(1);
        var database = await shared.NewDatabaseAsync();
        await using var second = Open(database, TimeProvider.System);
        using var first = PostgreSqlDatabase.Of(
            PostgreSqlJournalOptions.At(database),
            "journal",
            Limits.PostgreSqlConnections
        );
        await using var turn = await PostgreSqlTurn.TryTakeAsync(first, Work, lease, TimeProvider.System, Token);
        Assert.NotNull(turn);

        await Task.Delay(2 * lease, Token);

        Assert.Null(await second.TryTakeTurnAsync(Work, Token));
        Assert.False(turn.Lost.IsCancellationRequested);
    }

    /// <summary>The connection goes back to the pool without the lease, which would end it later on.</summary>
    [Fact]
    public async Task Connection_that_had_a_turn_is_kept_by_the_server_afterwards()
    {
        var lease = TimeSpan.FromSeconds(1);
        var database = await shared.NewDatabaseAsync();
        using var pool = PostgreSqlDatabase.Of(
            PostgreSqlJournalOptions.At(database),
            "journal",
            Limits.PostgreSqlConnections
        );
        await using (await PostgreSqlTurn.TryTakeAsync(pool, Work, lease, TimeProvider.System, Token)) { }

        await Task.Delay(2 * lease, Token);

        Assert.Equal(
            1L,
            await PostgreSqlServer.QueryAsync(
                database,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        );
    }

    [Fact]
    public async Task Journal_of_one_process_gives_every_turn()
    {
        IJournal journal = new InMemoryJournal();
        await using var _ = journal;

        await using var one = await journal.TryTakeTurnAsync(Work, Token);
        await using var two = await journal.TryTakeTurnAsync(Work, Token);

        Assert.NotNull(one);
        Assert.NotNull(two);
        Assert.False(one.Lost.CanBeCanceled);
    }

    private static PostgreSqlJournal Open(string database, TimeProvider time) =>
        PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), time);

    private static async Task<WorkTurn> TakeInTimeAsync(PostgreSqlJournal journal)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Token);
        timeout.CancelAfter(Patience);
        while (true)
        {
            if (await journal.TryTakeTurnAsync(Work, timeout.Token) is { } turn)
            {
                return turn;
            }

            await Task.Delay(Patience / 200, timeout.Token);
        }
    }

    private static async Task EndsInTimeAsync(CancellationToken token)
    {
        var ended = new TaskCompletionSource();
        await using var registration = token.Register(ended.SetResult);
        await ended.Task.WaitAsync(Patience, Token);
    }
}
