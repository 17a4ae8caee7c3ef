using System.Text;
using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

public sealed class EntryChainTests
{
    private static readonly JournalEntry Entry = new(
        new JournalPosition(7),
        new StreamId("ab", "cd"),
        new StreamVersion(3),
        "sample.said.v1",
        "{}"u8.ToArray(),
        "ef",
        "gh",
        Noon
    );

    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static Dictionary<string, JournalEntry> Changed { get; } =
        new()
        {
            ["position"] = Entry with { Position = new JournalPosition(8) },
            ["category"] = Entry with { Stream = new StreamId("ac", "cd") },
            ["key"] = Entry with { Stream = new StreamId("ab", "ce") },
            ["category that takes a letter of the key"] = Entry with { Stream = new StreamId("abc", "d") },
            ["version"] = Entry with { Version = new StreamVersion(4) },
            ["type"] = Entry with { Type = "sample.said.v2" },
            ["command"] = Entry with { CommandId = "eg" },
            ["command that takes a letter of the actor"] = Entry with { CommandId = "efg", Actor = "h" },
            ["actor"] = Entry with { Actor = "gi" },
            ["time"] = Entry with { RecordedAt = Noon.AddMicroseconds(1) },
            ["payload"] = Entry with { Payload = "[]"u8.ToArray() },
            ["longer payload"] = Entry with { Payload = "{} "u8.ToArray() },
        };

    [Theory, MemberData(nameof(Changes))]
    public void Hash_covers(string field) =>
        Assert.NotEqual(
            EntryChain.Next(EntryChain.Genesis, Entry),
            EntryChain.Next(EntryChain.Genesis, Changed[field])
        );

    [Fact]
    public void Hash_covers_the_hash_before_it()
    {
        var once = EntryChain.Next(EntryChain.Genesis, Entry);

        Assert.NotEqual(once, EntryChain.Next(once, Entry));
        Assert.Equal(once, EntryChain.Next(EntryChain.Genesis, Entry with { Payload = "{}"u8.ToArray() }));
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(Limits.EventPayloadBytes)]
    public void Hash_covers_the_last_byte_of_a_payload_of_any_length(int bytes)
    {
        var payload = new byte[bytes];
        var before = EntryChain.Next(EntryChain.Genesis, Entry with { Payload = payload });
        payload[^1] = 1;

        Assert.NotEqual(before, EntryChain.Next(EntryChain.Genesis, Entry with { Payload = payload }));
    }

    [Fact]
    public void Absent_text_is_not_an_empty_one()
    {
        using var absent = new ChainDigest(EntryChain.Genesis);
        using var empty = new ChainDigest(EntryChain.Genesis);

        Assert.NotEqual(absent.Add((string?)null).ToHash(), empty.Add("").ToHash());
    }

    [Fact]
    public void Hash_is_read_back_from_its_text()
    {
        var text = EntryChain.Genesis.ToString();

        Assert.True(ChainHash.TryParse(text, out var hash));
        Assert.Equal(EntryChain.Genesis, hash);
        Assert.True(ChainHash.TryParse(text.ToUpperInvariant(), out _));
        Assert.All([null, "", text[1..], text + "0", "g" + text[1..]], t => Assert.False(ChainHash.TryParse(t, out _)));
        Assert.Throws<ArgumentException>(() => new ChainHash(Encoding.ASCII.GetBytes("short")));
    }
}
