using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>Servers that go away, networks that fail, standbys that do not answer: no append is answered wrongly.</summary>
public sealed class ConnectionLossTests(SharedPostgreSql shared) : IAsyncLifetime
{
    private const int Writers = 8;
    private const int AppendsPerCrash = 40;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";
    private static readonly int Crashes = IsLong ? 30 : 3;

    /// <summary>Enough that the last crash comes in their midst.</summary>
    private static readonly int AppendsEach = 2 * Crashes * AppendsPerCrash / Writers;

    private PostgreSqlServer? _own;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(CutAt.Request)]
    [InlineData(CutAt.Answer)]
    internal async Task Append_whose_commit_was_cut_off_is_answered_as_it_was_carried_out(CutAt at)
    {
        var server = await shared.ServerAsync();
        var database = await shared.NewDatabaseAsync();
        await using var proxy = new CuttingProxy(server.Port);
        await using var journal = Open($"{database};Host=127.0.0.1;Port={proxy.Port}");
        proxy.Arm(at, "COMMIT");

        var result = await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);

        Assert.Equal(1, proxy.Cuts);
        Assert.Equal(Appended(2, 2), result);
        Assert.Equal(2, (await ReadToEndAsync(journal)).Count);
        Assert.Equal(AlreadyHandled(2, 2), await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token));
    }

    [Fact]
    public async Task Reads_and_appends_go_on_after_the_server_crashed_and_nothing_is_lost_or_doubled()
    {
        var (server, database) = await OwnAsync();
        await using var journal = Open(database);
        var appending = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => AppendAsync(journal, w)));
        for (var crash = 0; crash < Crashes; crash++)
        {
            await journal.WaitForAsync(new JournalPosition((crash + 1) * AppendsPerCrash), Token);
            await (crash % 3 == 1 ? server.StopAsync() : server.CrashAsync());
            await server.StartAsync();
        }

        var results = (await appending).SelectMany(one => one).ToArray();

        // Each was sent once, so each was appended, whatever happened to its connection.
        Assert.All(results, result => Assert.IsType<AppendResult.Appended>(result));
        var entries = await ReadToEndAsync(journal);
        Assert.Equal(Writers * AppendsEach, entries.Count);
        Assert.Equal(
            results.Cast<AppendResult.Appended>().Select(result => result.LastPosition.Value).Order(),
            entries.Select(entry => entry.Position.Value)
        );
    }

    [Fact]
    public async Task Server_that_stays_away_is_a_clear_error_and_one_that_returns_needs_no_restart()
    {
        var (server, database) = await OwnAsync();
        await using var journal = Open(database, o => o with { ReconnectWait = TimeSpan.FromMilliseconds(300) });
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await server.StopAsync();

        var faults = new[]
        {
            await Assert.ThrowsAsync<JournalUnavailableException>(() =>
                journal.AppendAsync(Say(Alpha, 1, "c2", "two"), Token)
            ),
            await Assert.ThrowsAsync<JournalUnavailableException>(() => ReadToEndAsync(journal)),
        };
        await server.StartAsync();

        Assert.All(faults, fault => Assert.Contains("does not answer", fault.Message, StringComparison.Ordinal));
        Assert.Equal(Appended(2, 2), await journal.AppendAsync(Say(Alpha, 1, "c2", "two"), Token));
        Assert.Equal(2, (await ReadToEndAsync(journal)).Count);
    }

    [Fact]
    public async Task Clock_that_is_set_back_makes_nobody_wait_longer()
    {
        var (server, database) = await OwnAsync();
        await using var journal = PostgreSqlJournal.Open(
            PostgreSqlJournalOptions.At(database) with
            {
                ReconnectWait = TimeSpan.FromSeconds(1),
            },
            new TimeSetBack()
        );
        await server.CrashAsync();

        var waitMax = TimeSpan.FromSeconds(15);
        await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token).WaitAsync(waitMax, Token)
        );
        await Assert.ThrowsAsync<JournalUnavailableException>(() => ReadToEndAsync(journal).WaitAsync(waitMax, Token));
    }

    [Fact]
    public async Task Append_that_no_standby_has_confirmed_is_not_acknowledged()
    {
        var (_, database) = await OwnAsync();
        await using (Open(database))
        {
            // Begun before every commit waits for a standby that never comes.
        }

        await SetStandbyAsync(database, "nobody");
        await using var journal = Open(
            database,
            o =>
                o with
                {
                    AnswerWait = TimeSpan.FromSeconds(1),
                    LockWait = TimeSpan.FromMilliseconds(200),
                    ReconnectWait = TimeSpan.FromMilliseconds(200),
                }
        );

        await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token)
        );
        await SetStandbyAsync(database, "");

        Assert.True(journal.Durability.HasStandby);
        Assert.Equal(AlreadyHandled(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
    }

    [Fact]
    public async Task Append_whose_wait_for_a_standby_somebody_cancelled_waits_on()
    {
        var (_, database) = await OwnAsync();
        await using (Open(database))
        {
            // Begun before every commit waits for a standby that never comes.
        }

        await SetStandbyAsync(database, "nobody");
        await using var journal = Open(database);
        var appending = journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        // Its own commit, and then the one by which it confirms what the first left.
        await CancelWaitAsync(database);
        await CancelWaitAsync(database);
        Assert.False(appending.IsCompleted);
        await SetStandbyAsync(database, "");

        Assert.Equal(Appended(1, 1), await appending);
        Assert.Single(await ReadToEndAsync(journal));
    }

    [Fact]
    public async Task Journal_that_went_back_stops_whoever_follows_it_and_takes_no_append()
    {
        var database = await shared.NewDatabaseAsync();
        await using var journal = Open(database);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two", "three"), Token);
        var following = journal.WaitForAsync(new JournalPosition(4), Token);

        await RawPostgreSql.TamperAsync(database, "DELETE FROM regional_network.entries WHERE position > 1");

        var fault = await Assert.ThrowsAsync<JournalFormatException>(() => following);
        Assert.Contains("went back", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<JournalFormatException>(() => journal.AppendAsync(Say(Alpha, 1, "c2", "four"), Token));
    }

    [Fact]
    public async Task Server_that_comes_back_with_another_past_stops_whoever_follows()
    {
        var (server, database) = await OwnAsync();
        await using var journal = Open(database);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await journal.WaitForAsync(new JournalPosition(1), Token);
        var following = journal.WaitForAsync(new JournalPosition(2), Token);
        // The watcher has seen the entry at its next look at the latest.
        await Task.Delay(2 * Limits.PostgreSqlPollInterval, Token);

        await RawPostgreSql.TamperAsync(database, "UPDATE regional_network.entries SET hash = sha256('another past')");
        await server.CrashAsync();
        await server.StartAsync();

        await Assert.ThrowsAsync<JournalFormatException>(() => following);
    }

    private static async Task<List<AppendResult>> AppendAsync(PostgreSqlJournal journal, int writer)
    {
        var stream = new StreamId("sample", $"s{writer}");
        var results = new List<AppendResult>();
        for (var i = 0; i < AppendsEach; i++)
        {
            results.Add(await journal.AppendAsync(Say(stream, i, $"c{i}", "x"), Token));
            await Task.Delay(TimeSpan.FromMilliseconds(5), Token);
        }

        return results;
    }

    private async Task<(PostgreSqlServer Server, string Database)> OwnAsync()
    {
        _own = await PostgreSqlServer.TryStartAsync();
        Assert.SkipWhen(_own is null, PostgreSqlServer.Missing);
        return (_own, _own.Administration);
    }

    private static PostgreSqlJournal Open(string database) => Open(database, options => options);

    private static PostgreSqlJournal Open(
        string database,
        Func<PostgreSqlJournalOptions, PostgreSqlJournalOptions> change
    ) => PostgreSqlJournal.Open(change(PostgreSqlJournalOptions.At(database)), TimeProvider.System);

    private static async Task SetStandbyAsync(string database, string name)
    {
        await PostgreSqlServer.ExecuteAsync(database, $"ALTER SYSTEM SET synchronous_standby_names = '{name}'");
        await PostgreSqlServer.ExecuteAsync(database, "SELECT pg_reload_conf()");
        while (
            await PostgreSqlServer.QueryAsync(database, "SELECT current_setting('synchronous_standby_names')")
                is not string now
            || now != name
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }

    /// <summary>Cancels the commit that waits for a standby, as soon as there is one.</summary>
    private static async Task CancelWaitAsync(string database)
    {
        while (
            await PostgreSqlServer.QueryAsync(
                database,
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
            )
                is not true
        )
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Token);
        }
    }

    /// <summary>A wall clock that somebody sets back by an hour whenever it is looked at.</summary>
    private sealed class TimeSetBack : TimeProvider
    {
        private int _looks;

        public override DateTimeOffset GetUtcNow() =>
            System.GetUtcNow() - TimeSpan.FromHours(Interlocked.Increment(ref _looks));
    }
}
