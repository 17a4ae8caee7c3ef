using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>Whose database it is, what its format is, and who may do what in it.</summary>
public sealed class DatabaseTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task Role_that_serves_reads_and_appends_and_can_do_nothing_else()
    {
        var database = await shared.NewDatabaseAsync();
        await PostgreSqlServer.ExecuteAsync(database, await File.ReadAllTextAsync(RolesSql, Token));
        var serving = database + ";Username=regional_network";
        var fault = Assert.Throws<JournalUnavailableException>(() => Open(serving));
        Assert.Contains("command prepare", fault.Message, StringComparison.Ordinal);
        await using (Open(database + ";Username=regional_network_owner"))
        {
            // That prepares it.
        }

        await using var journal = Open(serving);

        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
        Assert.Equal(AlreadyHandled(1, 1), await journal.FindCommandAsync(Alpha, "c1", Token));
        Assert.Single(await ReadToEndAsync(journal));
        foreach (
            var sql in new[]
            {
                "UPDATE regional_network.entries SET actor = 'x'",
                "DELETE FROM regional_network.entries",
                "TRUNCATE regional_network.entries",
                "DROP TABLE regional_network.entries",
                "ALTER TABLE regional_network.entries DISABLE TRIGGER ALL",
                "SET session_replication_role = replica",
                "UPDATE regional_network.journal SET format = 2",
                "CREATE TABLE regional_network.more (id int)",
                "CREATE TABLE public.more (id int)",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() =>
                PostgreSqlServer.ExecuteAsync(serving, sql)
            );
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Journal_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        var database = await shared.NewDatabaseAsync();
        await using (Open(database)) { }

        await PostgreSqlServer.ExecuteAsync(database, "UPDATE regional_network.journal SET format = 2");

        var fault = Assert.Throws<JournalFormatException>(() => Open(database));
        Assert.Contains("has format 2", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_of_an_older_version_takes_the_steps_that_it_lacks_and_keeps_its_entries()
    {
        var database = await shared.NewDatabaseAsync();
        await using (var old = Open(database))
        {
            await old.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        }

        var next = new PostgreSqlFormat(
            "journal",
            [.. PostgreSqlFormat.Journal.Steps, "ALTER TABLE regional_network.entries ADD COLUMN more text"]
        );
        await using var journal = PostgreSqlJournal.Open(
            PostgreSqlJournalOptions.At(database),
            next,
            TimeProvider.System
        );

        Assert.Single(await ReadToEndAsync(journal));
        Assert.Equal(Appended(2, 2), await journal.AppendAsync(Say(Alpha, 1, "c2", "two"), Token));
        Assert.Equal(2, await PostgreSqlServer.QueryAsync(database, "SELECT format FROM regional_network.journal"));
    }

    [Fact]
    public async Task Upgrade_that_fails_half_way_leaves_the_journal_as_it_was()
    {
        var database = await shared.NewDatabaseAsync();
        await using (Open(database)) { }

        var broken = new PostgreSqlFormat(
            "journal",
            [
                .. PostgreSqlFormat.Journal.Steps,
                "ALTER TABLE regional_network.entries ADD COLUMN more text",
                "SELECT 1 / 0",
            ]
        );
        Assert.Throws<JournalUnavailableException>(() =>
            PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), broken, TimeProvider.System)
        );

        await using var journal = Open(database);
        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
        Assert.Equal(1, await PostgreSqlServer.QueryAsync(database, "SELECT format FROM regional_network.journal"));
    }

    [Fact]
    public async Task Schema_of_another_program_is_refused_and_left_as_it_is()
    {
        var database = await shared.NewDatabaseAsync();
        await PostgreSqlServer.ExecuteAsync(
            database,
            "CREATE SCHEMA regional_network; CREATE TABLE regional_network.entries (id int)"
        );

        var fault = Assert.Throws<JournalFormatException>(() => Open(database));

        Assert.Contains("holds tables but no journal", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_without_a_journal_gets_none_from_whoever_may_not_begin_one()
    {
        var database = await shared.NewDatabaseAsync();

        Assert.Throws<JournalFormatException>(() =>
            PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database) with { MayBegin = false }, TimeProvider.System)
        );

        Assert.Equal(
            0L,
            await PostgreSqlServer.QueryAsync(
                database,
                "SELECT count(*) FROM pg_namespace WHERE nspname = 'regional_network'"
            )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("Database=x")]
    [InlineData("Host=;Password=secret")]
    [InlineData("Host=h;Hots=secret")]
    [InlineData("Host=h;Port=secret")]
    [InlineData("secret")]
    public void Connection_string_that_is_none_is_refused_without_repeating_it(string text)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Open(text));

        Assert.Contains("no connection string", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "secret",
            PostgreSqlJournalOptions.At("Host=h;Password=secret").ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Database_or_server_that_is_not_there_is_a_clear_error()
    {
        var server = await shared.ServerAsync();

        var database = Assert.Throws<JournalUnavailableException>(() => Open(server.On("missing")));
        var nobody = Assert.Throws<JournalUnavailableException>(() => Open("Host=127.0.0.1;Port=1;Timeout=1"));

        Assert.Contains("3D000", database.Message, StringComparison.Ordinal);
        Assert.Contains("does not answer", nobody.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_hosts_the_primary_is_found()
    {
        var server = await shared.ServerAsync();
        var database = await shared.NewDatabaseAsync();

        await using var journal = Open($"{database};Host=127.0.0.1:1,127.0.0.1:{server.Port}");

        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
    }

    private static string RolesSql => System.IO.Path.Combine(AppContext.BaseDirectory, "roles.sql");

    private static PostgreSqlJournal Open(string database) =>
        PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
}
