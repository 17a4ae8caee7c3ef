using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("journal.sqlite");

    protected override IJournal OpenEmpty() => SqliteJournal.Open(Path);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Reopened_journal_holds_all_that_was_acknowledged()
    {
        await using (var journal = SqliteJournal.Open(Path))
        {
            await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);
        }

        await using var reopened = SqliteJournal.Open(Path);

        Assert.Equal(new JournalPosition(2), reopened.Head);
        Assert.Equal(["1", "2"], (await ReadToEndAsync(reopened)).Select(e => e.Version.ToString()));
        Assert.Equal(AlreadyHandled(2, 2), await reopened.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token));
        Assert.Equal(Appended(3, 3), await reopened.AppendAsync(Say(Alpha, 2, "c2", "three"), Token));
    }

    [Fact]
    public async Task Closing_a_journal_finishes_the_appends_that_wait()
    {
        var journal = SqliteJournal.Open(Path);
        var appends = Enumerable
            .Range(0, 100)
            .Select(i => journal.AppendAsync(Say(new StreamId("sample", $"{i}"), 0, "c", "x"), Token));
        var acknowledged = appends.ToArray();

        await journal.DisposeAsync();

        Assert.All(await Task.WhenAll(acknowledged), r => Assert.IsType<AppendResult.Appended>(r));
        await using var reopened = SqliteJournal.Open(Path);
        Assert.Equal(new JournalPosition(100), reopened.Head);
    }

    [Fact]
    public async Task Closed_journal_leaves_one_file_behind()
    {
        var journal = SqliteJournal.Open(Path);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        await journal.DisposeAsync();

        Assert.Equal([Path], Directory.GetFiles(_directory.Root));
    }

    [Fact]
    public async Task Acknowledged_entries_can_be_neither_changed_nor_deleted()
    {
        await using var journal = SqliteJournal.Open(Path);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        using var intruder = RawSqlite.Open(Path);

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => RawSqlite.Execute(intruder, "DELETE FROM entries"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() =>
            RawSqlite.Execute(intruder, "UPDATE entries SET actor = 'x'")
        );
        Assert.Equal("tester", Assert.Single(await ReadToEndAsync(journal)).Actor);
    }

    [Fact]
    public void Journal_syncs_at_every_commit()
    {
        // The two settings on which durability rests, as the connection that appends has them.
        var file = SqliteFile.Open(JournalFormat.Sqlite, Path, Limits.SqliteBytes, Limits.SqliteBusyWait);
        using var writer = file.ConnectWriter();

        Assert.Equal("wal", RawSqlite.Query(writer, "PRAGMA journal_mode"));
        Assert.Equal(2L, RawSqlite.Query(writer, "PRAGMA synchronous"));
    }

    [Fact]
    public async Task Directory_that_is_not_there_is_a_clear_error()
    {
        var missing = System.IO.Path.Combine(_directory.Root, "missing", "journal.sqlite");

        var fault = Assert.Throws<JournalUnavailableException>(() => SqliteJournal.Open(missing));

        Assert.Equal(JournalUnavailableReason.Unreachable, fault.Reason);
        Assert.Contains(missing, fault.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }
}
