using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Journal.Verification;
using RegionalNetwork.EventSourcing.Serialization;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>What somebody who can write to the file may try, and where the verification finds it.</summary>
public sealed class VerificationTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("journal.sqlite");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Journal_that_nobody_touched_is_sound_and_so_are_all_its_checkpoints()
    {
        var checkpoints = await WriteAsync();

        var verified = await VerifyAsync([.. checkpoints, EntryChain.Start]);

        Assert.Equal(new VerifiedJournal(checkpoints[^1], 2, null), verified);
    }

    [Fact]
    public async Task Empty_journal_is_sound() =>
        Assert.Equal(new VerifiedJournal(EntryChain.Start, 0, null), await VerifyAsync([EntryChain.Start]));

    [Theory]
    [InlineData("UPDATE entries SET payload = CAST('{\"text\":\"other\"}' AS BLOB) WHERE position = 3", 3)]
    [InlineData("UPDATE entries SET actor = 'somebody-else' WHERE position = 4", 4)]
    [InlineData("UPDATE entries SET recorded_at = recorded_at + 1 WHERE position = 1", 1)]
    [InlineData("UPDATE entries SET recorded_at = 9223372036854775807 WHERE position = 5", 5)]
    [InlineData("UPDATE entries SET hash = zeroblob(32) WHERE position = 6", 6)]
    [InlineData("UPDATE streams SET key = 'gamma' WHERE key = 'beta'", 2)]
    [InlineData("UPDATE streams SET key = 'no key' WHERE key = 'beta'", 2)]
    [InlineData("DELETE FROM streams WHERE key = 'beta'", 2)]
    [InlineData("DELETE FROM entries WHERE position = 1", 1)]
    [InlineData("DELETE FROM entries WHERE position = 5", 5)]
    public async Task Change_is_found_at_its_place(string sql, long position)
    {
        await WriteAsync();
        Tamper(sql);

        var fault = (await VerifyAsync([])).Fault;

        Assert.Equal(new JournalPosition(position), fault?.Position);
        Assert.Contains($"position {position}", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_that_an_index_lacks_is_found()
    {
        await WriteAsync();
        using (var file = RawSqlite.Open(Path))
        {
            // Built anew as one that leaves an entry out, and then said to hold all.
            Redefine(file, "sql || ' WHERE position <> 3'");
            RawSqlite.Execute(file, "REINDEX entries_by_command");
            Redefine(file, "replace(sql, ' WHERE position <> 3', '')");
        }

        var fault = (await VerifyAsync([])).Fault;

        Assert.Contains("entries_by_command", fault?.Message, StringComparison.Ordinal);

        static void Redefine(Microsoft.Data.Sqlite.SqliteConnection file, string sql)
        {
            RawSqlite.Execute(file, "PRAGMA writable_schema = ON");
            RawSqlite.Execute(file, $"UPDATE sqlite_schema SET sql = {sql} WHERE name = 'entries_by_command'");
            RawSqlite.Execute(file, "PRAGMA writable_schema = RESET");
        }
    }

    [Fact]
    public async Task Entries_that_changed_places_are_found_at_the_first()
    {
        await WriteAsync();
        Tamper(
            "UPDATE entries SET position = 100 WHERE position = 3;"
                + "UPDATE entries SET position = 3 WHERE position = 5;"
                + "UPDATE entries SET position = 5 WHERE position = 100;"
        );

        Assert.Equal(new JournalPosition(3), (await VerifyAsync([])).Fault?.Position);
    }

    [Fact]
    public async Task Event_that_cannot_be_read_is_found_and_what_is_before_it_is_sound()
    {
        await WriteAsync();
        await using var journal = SqliteJournal.Open(Path);

        var verified = await new JournalVerification(
            journal,
            e => _ = e.Position.Value == 4 ? throw new UnknownEventException(e) : e,
            []
        ).RunAsync(Token);

        Assert.Equal(new JournalPosition(4), verified.Fault?.Position);
        Assert.Equal(new JournalPosition(3), verified.Head.Position);
    }

    [Fact]
    public async Task End_that_was_cut_off_is_found_with_a_checkpoint_only()
    {
        var checkpoints = await WriteAsync();
        Tamper("DELETE FROM entries WHERE position > 4");

        Assert.Null((await VerifyAsync(checkpoints[..4])).Fault);
        Assert.Equal(new JournalPosition(5), (await VerifyAsync(checkpoints)).Fault?.Position);
    }

    [Fact]
    public async Task Chain_that_was_made_anew_is_found_with_a_later_checkpoint_only()
    {
        var checkpoints = await WriteAsync();
        Tamper("DELETE FROM entries WHERE position > 3");
        await using (var forged = SqliteJournal.Open(Path))
        {
            await forged.AppendAsync(Say(Beta, 1, "forged", "x", "y", "z"), Token);
        }

        Assert.Null((await VerifyAsync(checkpoints[..3])).Fault);
        var fault = (await VerifyAsync([checkpoints[1], checkpoints[4]])).Fault;
        Assert.Equal(new JournalPosition(5), fault?.Position);
        Assert.Contains("after position 2 and up to it were written anew", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Versions_out_of_order_are_found_even_where_the_hashes_fit()
    {
        await WriteAsync();
        Tamper("UPDATE entries SET version = version + 10 WHERE position = 6");
        RehashLast();

        var fault = (await VerifyAsync([])).Fault;

        Assert.Equal(new JournalPosition(6), fault?.Position);
        Assert.Contains("where version 3 should be", fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_is_verified_while_it_grows_in_more_than_one_batch()
    {
        await using var journal = SqliteJournal.Open(Path);
        for (var i = 0; i < 3; i++)
        {
            var many = Enumerable.Range(0, Limits.ReadEntries / 2).Select(n => Event($"{n}")).ToArray();
            await journal.AppendAsync(Request(Alpha, i * many.Length, $"c{i}", many), Token);
        }
        var appends = new List<Task>();
        var growing = new JournalVerification(
            journal,
            e => appends.Add(journal.AppendAsync(Say(Beta, e.Position.Value - 1, $"c{e.Position}", "x"), Token)),
            []
        );

        var verified = await growing.RunAsync(Token);
        await Task.WhenAll(appends);

        Assert.Null(verified.Fault);
        Assert.Equal(new JournalPosition(3 * Limits.ReadEntries / 2), verified.Head.Position);
    }

    /// <summary>Six entries in two streams, three of each in turn; the head after each.</summary>
    private async Task<ChainHead[]> WriteAsync()
    {
        await using var journal = SqliteJournal.Open(Path);
        var heads = new List<ChainHead>();
        for (var i = 0; i < 6; i++)
        {
            await journal.AppendAsync(Say(i % 2 == 0 ? Alpha : Beta, i / 2, $"c{i}", $"{i}"), Token);
            heads.Add(await journal.ReadChainHeadAsync(Token));
        }
        return [.. heads];
    }

    private void Tamper(string sql)
    {
        using var intruder = RawSqlite.Open(Path);
        RawSqlite.Execute(intruder, "PRAGMA foreign_keys = OFF");
        RawSqlite.Execute(intruder, "DROP TRIGGER entries_never_go; DROP TRIGGER entries_never_change;");
        RawSqlite.Execute(intruder, sql);
    }

    /// <summary>As somebody would who knows how hashes are made.</summary>
    private void RehashLast()
    {
        using var journal = RawSqlite.Open(Path);
        using var chain = new SqliteReadSession(journal);
        var entries = chain.ReadChain(JournalPosition.Start, 10);
        var hash = EntryChain.Next(entries[^2].Hash, entries[^1].Entry);
        RawSqlite.Execute(
            journal,
            $"UPDATE entries SET hash = x'{hash}' WHERE position = {entries[^1].Entry.Position}"
        );
    }

    private async Task<VerifiedJournal> VerifyAsync(IEnumerable<ChainHead> checkpoints)
    {
        await using var journal = SqliteJournal.Open(Path);
        return await new JournalVerification(journal, _ => { }, checkpoints).RunAsync(Token);
    }
}
