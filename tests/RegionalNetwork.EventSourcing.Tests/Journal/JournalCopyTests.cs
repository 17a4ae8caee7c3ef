using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Copying;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>A copy of a journal is the journal, byte for byte, or it is none.</summary>
public sealed class JournalCopyTests(SharedPostgreSql shared) : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("journal.sqlite");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Copy_from_store_to_store_and_back_is_the_same_in_every_byte()
    {
        var database = await shared.NewDatabaseAsync();
        await using var first = SqliteJournal.Open(Path);
        await FillAsync(first);
        await using var second = PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
        await using var third = SqliteJournal.Open(_directory.File("back.sqlite"));

        var head = await JournalCopy.RunAsync(first, second, Token);
        await JournalCopy.RunAsync(second, third, Token);

        var expected = await ReadAsync(first);
        Assert.Equal(head.Position.Value, expected.Count);
        Assert.Equal(expected, await ReadAsync(second));
        Assert.Equal(expected, await ReadAsync(third));
        // What was handled stays handled.
        Assert.Equal(AlreadyHandled(2, 2), await third.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token));
    }

    [Fact]
    public async Task Empty_journal_is_copied_as_one()
    {
        await using var from = new InMemoryJournal();
        await using var to = new InMemoryJournal();

        Assert.Equal(EntryChain.Start, await JournalCopy.RunAsync(from, to, Token));
    }

    [Fact]
    public async Task Target_with_entries_is_refused_and_left_as_it_is()
    {
        await using var from = new InMemoryJournal();
        await using var to = new InMemoryJournal();
        await from.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await to.AppendAsync(Say(Beta, 0, "c1", "mine"), Token);

        var fault = await Assert.ThrowsAsync<JournalFormatException>(() => JournalCopy.RunAsync(from, to, Token));

        Assert.Contains("holds 1 entries already", fault.Message, StringComparison.Ordinal);
        Assert.Single(await ReadToEndAsync(to));
    }

    [Theory]
    [InlineData("UPDATE entries SET actor = 'x' WHERE position = 2", "position 2 is not what")]
    [InlineData("UPDATE entries SET hash = zeroblob(32) WHERE position = 3", "position 3 is not what")]
    [InlineData("DELETE FROM entries WHERE position = 2", "position 2 is missing")]
    public async Task Damaged_journal_is_not_copied_past_the_damage(string damage, string about)
    {
        await using var from = SqliteJournal.Open(Path);
        await from.AppendAsync(Say(Alpha, 0, "c1", "one", "two", "three"), Token);
        using (var raw = RawSqlite.Open(Path))
        {
            RawSqlite.Execute(raw, "DROP TRIGGER entries_never_change");
            RawSqlite.Execute(raw, "DROP TRIGGER entries_never_go");
            RawSqlite.Execute(raw, damage);
        }

        await using var to = new InMemoryJournal();

        var fault = await Assert.ThrowsAsync<JournalFormatException>(() => JournalCopy.RunAsync(from, to, Token));

        Assert.Contains(about, fault.Message, StringComparison.Ordinal);
        Assert.Equal(JournalPosition.Start, to.Head);
    }

    [Fact]
    public async Task Journal_that_grows_meanwhile_is_copied_up_to_where_it_was()
    {
        await using var from = SqliteJournal.Open(Path);
        await FillAsync(from);
        var before = from.Head;
        await using var to = new InMemoryJournal();

        var copying = JournalCopy.RunAsync(from, to, Token);
        for (var i = 0; !copying.IsCompleted; i++)
        {
            await from.AppendAsync(Say(new StreamId("sample", $"later-{i}"), 0, "c", "x"), Token);
        }

        var head = await copying;
        Assert.InRange(head.Position.Value, before.Value, from.Head.Value);
        Assert.Equal((await ReadAsync(from)).Take((int)head.Position.Value), await ReadAsync(to));
    }

    /// <summary>Small appends, one that is longer than a page of reading, large ones, and streams that take turns.</summary>
    private static async Task FillAsync(SqliteJournal journal)
    {
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two £ 社"), Token);
        var many = Enumerable.Range(0, Limits.AppendEvents).Select(i => Event($"{i}")).ToArray();
        await journal.AppendAsync(Request(Beta, 0, "many", many), Token);
        await journal.AppendAsync(Request(Alpha, 2, "large", EventOf(3_000_000), EventOf(100_000)), Token);
        for (var i = 0; i < 600; i++)
        {
            await journal.AppendAsync(Say(new StreamId("sample", $"s{i % 7}"), i / 7, $"c{i}", "x"), Token);
        }
    }

    private static async Task<List<string>> ReadAsync(IJournal journal)
    {
        var lines = new List<string>();
        while (await journal.ReadChainAsync(new JournalPosition(lines.Count), 1000, Token) is { Count: > 0 } page)
        {
            lines.AddRange(page.Select(one => $"{Line(one.Entry)} {one.Entry.CommandId} {one.Entry.Actor} {one.Hash}"));
        }

        return lines;
    }
}
