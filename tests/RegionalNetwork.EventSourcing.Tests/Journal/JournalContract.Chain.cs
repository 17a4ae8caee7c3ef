using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>Every journal keeps the same hash chain, whatever it writes to.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task Chain_of_an_empty_journal_ends_at_its_genesis()
    {
        await using var journal = OpenEmpty();

        Assert.Equal(EntryChain.Start, await journal.ReadChainHeadAsync(Token));
        Assert.Empty(await journal.ReadChainAsync(JournalPosition.Start, 1, Token));
    }

    [Fact]
    public async Task Every_entry_has_the_hash_of_itself_and_all_before_it()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two £ 社"), Token);
        await journal.AppendAsync(Say(Alpha, 0, "c2", "lost"), Token);
        await journal.AppendAsync(Request(Beta, 0, "c1", EventOf(100_000)), Token);

        var chain = await journal.ReadChainAsync(JournalPosition.Start, 10, Token);

        var expected = EntryChain.Genesis;
        Assert.All(chain, c => Assert.Equal(expected = EntryChain.Next(expected, c.Entry), c.Hash));
        Assert.Equal(new ChainHead(new JournalPosition(3), expected), await journal.ReadChainHeadAsync(Token));
        Assert.Equal((await ReadToEndAsync(journal)).Select(Line), chain.Select(c => Line(c.Entry)));
    }

    /// <summary>Pinned: a hash that was kept as a checkpoint must stand in every later version and in every store.</summary>
    [Fact]
    public async Task Hash_of_an_entry_never_changes()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two £ 社"), Token);

        var head = await journal.ReadChainHeadAsync(Token);

        Assert.Equal("912d64458dfab967581164ccf2720f3c0be9d62624598cd0024626d292558394", head.Hash.ToString());
    }

    [Fact]
    public async Task Chain_is_read_in_batches_after_a_position()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two", "three"), Token);

        var second = Assert.Single(await journal.ReadChainAsync(new JournalPosition(1), 1, Token));

        Assert.Equal(new JournalPosition(2), second.Entry.Position);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await journal.ReadChainAsync(JournalPosition.Start, Limits.ReadEntries + 1, Token)
        );
    }
}
