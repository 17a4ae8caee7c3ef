using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>What is written down for ever is checked before.</summary>
public sealed class NamesTests
{
    [Theory]
    [InlineData("council", "E08000031")]
    [InlineData("principal-social-worker", "a/b:c~!")]
    [InlineData("x2-y3", "1")]
    public void Stream_id_takes_kebab_category_and_visible_key(string category, string key)
    {
        Assert.True(StreamId.TryCreate(category, key, out var stream));
        Assert.Equal(new StreamId(category, key), stream);
        Assert.Equal($"{category}/{key}", stream.ToString());
    }

    [Theory]
    [InlineData(null, "k")]
    [InlineData("", "k")]
    [InlineData("Council", "k")]
    [InlineData("2council", "k")]
    [InlineData("-council", "k")]
    [InlineData("council-", "k")]
    [InlineData("a--b", "k")]
    [InlineData("a_b", "k")]
    [InlineData("a/b", "k")]
    [InlineData("conseil-é", "k")]
    [InlineData("council", null)]
    [InlineData("council", "")]
    [InlineData("council", "a b")]
    [InlineData("council", "a\n")]
    [InlineData("council", "é")]
    [InlineData("council", "a\0")]
    public void Stream_id_refuses_other_names(string? category, string? key)
    {
        Assert.False(StreamId.TryCreate(category, key, out _));
        Assert.Throws<ArgumentException>(() => new StreamId(category!, key!));
    }

    [Fact]
    public void Names_are_taken_up_to_their_limits_and_refused_one_past()
    {
        Assert.True(
            StreamId.TryCreate(
                new string('a', Limits.StreamCategoryLength),
                new string('k', Limits.StreamKeyLength),
                out _
            )
        );
        Assert.False(StreamId.TryCreate(new string('a', Limits.StreamCategoryLength + 1), "k", out _));
        Assert.False(StreamId.TryCreate("a", new string('k', Limits.StreamKeyLength + 1), out _));
        Assert.True(CommandId.IsValid(new string('c', Limits.CommandIdLength)));
        Assert.False(CommandId.IsValid(new string('c', Limits.CommandIdLength + 1)));
    }

    [Fact]
    public void Event_is_taken_up_to_its_limits_and_refused_one_past()
    {
        var longest = $"{new string('a', Limits.EventTypeLength - 3)}.v1";

        Assert.Equal(longest, new NewEvent(longest, new byte[Limits.EventPayloadBytes]).Type);
        Assert.Throws<ArgumentException>(() => new NewEvent("a" + longest, new byte[1]));
        Assert.Throws<ArgumentException>(() => EventOf(Limits.EventPayloadBytes + 1));
        Assert.Throws<ArgumentException>(() => EventOf(0));
    }

    [Fact]
    public void Append_is_taken_up_to_its_limits_and_refused_one_past()
    {
        var full = Limits.AppendPayloadBytes / Limits.EventPayloadBytes;
        var largest = Enumerable.Repeat(EventOf(Limits.EventPayloadBytes), full).ToArray();
        var most = Enumerable.Repeat(EventOf(1), Limits.AppendEvents).ToArray();

        Assert.Equal(full, Request(Alpha, 0, "c", largest).Events.Count);
        Assert.Equal(Limits.AppendEvents, Request(Alpha, 0, "c", most).Events.Count);
        Assert.Throws<ArgumentException>(() => Request(Alpha, 0, "c", [.. largest, EventOf(1)]));
        Assert.Throws<ArgumentException>(() => Request(Alpha, 0, "c", [.. most, EventOf(1)]));
        Assert.Throws<ArgumentException>(() => Request(Alpha, 0, "c"));
    }

    [Fact]
    public void Actor_that_cannot_be_written_as_utf_8_is_refused()
    {
        const char Half = '\ud83d';
        AppendRequest Of(string actor) => new(Alpha, StreamVersion.None, "c1", actor, Noon, [Event("x")]);

        Assert.Throws<ArgumentException>(() => Of($"a{Half}b"));
        Assert.Equal("a\ud83d\ude42", Of("a\ud83d\ude42").Actor);
    }

    [Theory]
    [InlineData(Limits.ActorLength, 'a', true)]
    [InlineData(Limits.ActorLength, 'é', true)]
    [InlineData(Limits.ActorLength + 1, 'a', false)]
    [InlineData(0, 'a', false)]
    [InlineData(1, '\n', false)]
    public void Actor_is_short_and_without_control_characters(int length, char letter, bool isTaken)
    {
        var fault = Record.Exception(() =>
            new AppendRequest(Alpha, StreamVersion.None, "c", new string(letter, length), Noon, [Event("x")])
        );

        Assert.Equal(isTaken, fault is null);
    }
}
