using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Journal.Verification;
using RegionalNetwork.EventSourcing.Tests.Journal;
using RegionalNetwork.EventSourcing.Tests.Recovery;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.OldJournals;

/// <summary>A journal of format 1, which has no hashes, gets them when it is opened: all or none.</summary>
public sealed class UpgradeTests : IDisposable
{
    private const int Entries = 3_000;
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Journal_of_format_1_gets_the_hashes_that_it_would_have_had()
    {
        var path = OldJournal();
        await using var reference = new EventSourcing.Journal.InMemory.InMemoryJournal();
        for (var i = 0; i < Entries; i++)
        {
            await reference.AppendAsync(Say(Alpha, i, $"c{i}", $"{i}"), Token);
        }

        await using var journal = SqliteJournal.Open(path);

        Assert.Equal(await reference.ReadChainHeadAsync(Token), await journal.ReadChainHeadAsync(Token));
        Assert.Null((await new JournalVerification(journal, _ => { }, []).RunAsync(Token)).Fault);
    }

    [Fact]
    public async Task Upgraded_journal_has_the_tables_of_a_new_one()
    {
        var old = OldJournal();
        await SqliteJournal.Open(old).DisposeAsync();
        var begun = _directory.File("new.db");
        await SqliteJournal.Open(begun).DisposeAsync();

        Assert.Equal(Tables(begun), Tables(old));
    }

    [Fact]
    public async Task Crash_half_way_leaves_the_old_journal()
    {
        var path = OldJournal();
        string image;
        using (var connection = RawSqlite.Open(path))
        {
            // So small a cache that most of the new table is in the log before the commit.
            RawSqlite.Execute(connection, "PRAGMA cache_size = 5; PRAGMA cache_spill = 5; BEGIN IMMEDIATE;");
            JournalFormat.Sqlite.Steps[1](connection);
            RawSqlite.Execute(connection, "PRAGMA user_version = 2");
            image = CrashImage.Take(path, _directory.File("image"));
            RawSqlite.Execute(connection, "ROLLBACK");
        }
        Assert.True(CrashImage.LogLength(image) > 100_000);

        using (var crashed = RawSqlite.Open(image))
        {
            Assert.Equal(1L, RawSqlite.Query(crashed, "PRAGMA user_version"));
            Assert.Equal((long)Entries, RawSqlite.Query(crashed, "SELECT count(*) FROM entries"));
        }
        await using var journal = SqliteJournal.Open(image);
        Assert.Equal(Entries, (await ReadToEndAsync(journal)).Count);
    }

    [Fact]
    public async Task Old_journal_with_an_entry_missing_is_refused_and_left_as_it_is()
    {
        var path = OldJournal();
        using (var intruder = RawSqlite.Open(path))
        {
            RawSqlite.Execute(intruder, "DROP TRIGGER entries_never_go; DELETE FROM entries WHERE position = 20;");
        }
        var before = await File.ReadAllBytesAsync(path, Token);

        var fault = Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(path));

        Assert.Contains("number 20 is missing", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task Program_that_knows_no_hashes_cannot_append()
    {
        var path = OldJournal();
        using var older = RawSqlite.Open(path);
        await using var journal = SqliteJournal.Open(path);

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => RawSqlite.Execute(older, OldInsert(Entries + 1)));
        Assert.Equal(
            Appended(Entries + 1, Entries + 1),
            await journal.AppendAsync(Say(Alpha, Entries, "c", "x"), Token)
        );
    }

    [Fact]
    public async Task Journals_opened_at_once_on_one_old_file_upgrade_it_once()
    {
        var path = OldJournal();

        var journals = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SqliteJournal.Open(path))));

        var heads = await Task.WhenAll(journals.Select(j => j.ReadChainHeadAsync(Token).AsTask()));
        Assert.Single(heads.Distinct());
        Assert.Equal(new JournalPosition(Entries), heads[0].Position);
        await Task.WhenAll(journals.Select(j => j.DisposeAsync().AsTask()));
    }

    /// <summary>Written by the script of format 1, as its program did.</summary>
    private string OldJournal()
    {
        var path = _directory.File("old.db");
        using var connection = RawSqlite.Open(path);
        RawSqlite.Execute(connection, "PRAGMA journal_mode = WAL");
        RawSqlite.Execute(connection, "BEGIN");
        JournalFormat.Sqlite.Steps[0](connection);
        RawSqlite.Execute(connection, "INSERT INTO streams (id, category, key) VALUES (1, 'sample', 'alpha')");
        for (var i = 1; i <= Entries; i++)
        {
            RawSqlite.Execute(connection, OldInsert(i));
        }
        RawSqlite.Execute(connection, $"PRAGMA application_id = {0x524E4A31}; PRAGMA user_version = 1; COMMIT;");
        return path;
    }

    private static string OldInsert(int position) =>
        "INSERT INTO entries (position, stream, version, type, command_id, actor, recorded_at, payload) VALUES ("
        + $"{position}, 1, {position}, 'sample.said.v1', 'c{position - 1}', 'tester', {UnixMicroseconds.Of(Noon)}, "
        + $"CAST('{{\"text\":\"{position - 1}\"}}' AS BLOB))";

    private static string[] Tables(string path)
    {
        using var connection = RawSqlite.Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name";
        using var rows = command.ExecuteReader();
        var tables = new List<string>();
        while (rows.Read())
        {
            tables.Add(rows.GetString(0));
        }
        return [.. tables];
    }
}
