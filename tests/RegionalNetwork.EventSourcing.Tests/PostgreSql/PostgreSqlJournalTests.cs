using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.EventSourcing.Tests.Journal;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>The contract of every journal, and what PostgreSQL adds to it.</summary>
public sealed class PostgreSqlJournalTests(SharedPostgreSql shared) : JournalContract, IAsyncLifetime
{
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await shared.NewDatabaseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override IJournal OpenEmpty() => Open();

    [Fact]
    public async Task Reopened_journal_holds_all_that_was_acknowledged()
    {
        await using (var journal = Open())
        {
            await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);
        }

        await using var reopened = Open();

        Assert.Equal(new JournalPosition(2), reopened.Head);
        Assert.Equal(AlreadyHandled(2, 2), await reopened.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token));
        Assert.Equal(Appended(3, 3), await reopened.AppendAsync(Say(Alpha, 2, "c2", "three"), Token));
    }

    [Fact]
    public async Task Closing_a_journal_finishes_the_appends_that_wait()
    {
        var journal = Open();
        var appends = Enumerable
            .Range(0, 100)
            .Select(i => journal.AppendAsync(Say(new StreamId("sample", $"{i}"), 0, "c", "x"), Token))
            .ToArray();

        await journal.DisposeAsync();

        Assert.All(await Task.WhenAll(appends), r => Assert.IsType<AppendResult.Appended>(r));
        await using var reopened = Open();
        Assert.Equal(new JournalPosition(100), reopened.Head);
    }

    [Theory]
    [InlineData("DELETE FROM regional_network.entries")]
    [InlineData("UPDATE regional_network.entries SET actor = 'x'")]
    [InlineData("TRUNCATE regional_network.entries CASCADE")]
    [InlineData("UPDATE regional_network.streams SET key = 'x'")]
    [InlineData("DELETE FROM regional_network.streams")]
    public async Task Acknowledged_entries_can_be_neither_changed_nor_deleted(string sql)
    {
        await using var journal = Open();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        var fault = await Assert.ThrowsAsync<PostgresException>(() => PostgreSqlServer.ExecuteAsync(_database, sql));

        Assert.Contains("never changes", fault.MessageText, StringComparison.Ordinal);
        Assert.Equal("tester", Assert.Single(await ReadToEndAsync(journal)).Actor);
    }

    [Fact]
    public async Task Journals_begun_at_once_in_one_database_are_one_journal()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Open)));

        await Task.WhenAll(
            journals.Select((j, i) => j.AppendAsync(Say(new StreamId("sample", $"{i}"), 0, "c", "x"), Token))
        );

        Assert.Equal(8, (await ReadToEndAsync(journals[0])).Count);
        await Task.WhenAll(journals.Select(j => j.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Entry_of_another_node_is_told_of_long_before_the_next_look()
    {
        await using var mine = Open(options => options with { PollInterval = TimeSpan.FromMinutes(5) });
        await using var theirs = Open();
        var waiting = mine.WaitForAsync(new JournalPosition(2), Token);
        await theirs.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await mine.WaitForAsync(new JournalPosition(1), Token).WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.False(waiting.IsCompleted);

        await theirs.AppendAsync(Say(Beta, 0, "c1", "two"), Token);

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.Equal(2, (await ReadToEndAsync(mine)).Count);
    }

    [Fact]
    public async Task Entry_that_nobody_told_of_is_seen_at_the_next_look()
    {
        await using var mine = Open();
        await using var deaf = Open(options => options with { PollInterval = TimeSpan.FromMinutes(5) });
        await PostgreSqlServer.ExecuteAsync(
            _database,
            // A notification is sent by a function in the schema pg_catalog; one of the same name before it does nothing.
            "CREATE FUNCTION public.pg_notify(text, text) RETURNS void LANGUAGE sql AS 'SELECT'; "
                + "ALTER ROLE postgres IN DATABASE "
                + new NpgsqlConnectionStringBuilder(_database).Database
                + " SET search_path = public, pg_catalog"
        );
        await using var silent = Open();

        await silent.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        await mine.WaitForAsync(new JournalPosition(1), Token).WaitAsync(TimeSpan.FromSeconds(10), Token);
        Assert.Equal(JournalPosition.Start, deaf.Head);
        Assert.InRange(Limits.PostgreSqlPollInterval, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500));
    }

    [Fact]
    public async Task Notification_of_somebody_else_moves_nothing()
    {
        await using var journal = Open();

        await PostgreSqlServer.ExecuteAsync(_database, "NOTIFY regional_network_journal, '999999'");
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        Assert.Equal(new JournalPosition(1), journal.Head);
    }

    [Fact]
    public async Task Append_waits_for_another_node_that_appends()
    {
        await using var journal = Open();
        await using var other = await RawPostgreSql.LockAsync(_database);
        var appending = journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        Assert.Empty(await journal.ReadAllAsync(JournalPosition.Start, 1, Token));
        Assert.False(appending.IsCompleted);

        await other.ReleaseAsync();

        Assert.Equal(Appended(1, 1), await appending);
    }

    [Fact]
    public async Task Append_gives_up_on_a_node_that_never_stops_appending_and_works_afterwards()
    {
        await using var journal = Open(options => options with { LockWait = TimeSpan.FromMilliseconds(50) });
        await using var other = await RawPostgreSql.LockAsync(_database);

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token)
        );
        await other.ReleaseAsync();

        Assert.Equal(JournalUnavailableReason.Locked, fault.Reason);
        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
    }

    [Fact]
    public async Task Entry_that_is_missing_is_damage_to_readers_and_a_gap_to_verification()
    {
        await using var journal = Open();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two", "three"), Token);
        await RawPostgreSql.TamperAsync(_database, "DELETE FROM regional_network.entries WHERE position = 2");

        await Assert.ThrowsAsync<JournalFormatException>(() => ReadToEndAsync(journal));
        var chain = await journal.ReadChainAsync(JournalPosition.Start, 10, Token);

        Assert.Equal([1L, 3L], chain.Select(c => c.Entry.Position.Value));
    }

    private PostgreSqlJournal Open() => Open(options => options);

    private PostgreSqlJournal Open(Func<PostgreSqlJournalOptions, PostgreSqlJournalOptions> change) =>
        PostgreSqlJournal.Open(change(PostgreSqlJournalOptions.At(_database)), TimeProvider.System);
}
