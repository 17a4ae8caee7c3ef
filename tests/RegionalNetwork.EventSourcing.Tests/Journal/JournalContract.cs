using RegionalNetwork.EventSourcing.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>What every journal does, whatever it writes to.</summary>
public abstract partial class JournalContract
{
    protected abstract IJournal OpenEmpty();

    [Fact]
    public async Task Empty_journal_is_at_its_start()
    {
        await using var journal = OpenEmpty();

        Assert.Equal(JournalPosition.Start, journal.Head);
        Assert.Empty(await journal.ReadAllAsync(JournalPosition.Start, 1, Token));
        Assert.Empty(await journal.ReadStreamAsync(Alpha, StreamVersion.None, 1, Token));
    }

    [Fact]
    public async Task Append_at_expected_version_answers_position_and_version()
    {
        await using var journal = OpenEmpty();

        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
        Assert.Equal(Appended(2, 1), await journal.AppendAsync(Say(Beta, 0, "c1", "two"), Token));
        Assert.Equal(Appended(4, 3), await journal.AppendAsync(Say(Alpha, 1, "c2", "three", "four"), Token));
        Assert.Equal(new JournalPosition(4), journal.Head);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Append_at_another_version_is_a_conflict_and_appends_nothing(long expected)
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);

        Assert.Equal(Conflict(2), await journal.AppendAsync(Say(Alpha, expected, "c2", "lost"), Token));
        Assert.Equal(2, (await ReadToEndAsync(journal)).Count);
    }

    [Fact]
    public async Task Append_to_a_stream_that_is_not_there_conflicts_when_it_expects_events()
    {
        await using var journal = OpenEmpty();

        Assert.Equal(Conflict(0), await journal.AppendAsync(Say(Alpha, 1, "c1", "lost"), Token));
        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "kept"), Token));
    }

    [Fact]
    public async Task Entry_keeps_everything_that_was_appended()
    {
        await using var journal = OpenEmpty();
        var recordedAt = new DateTimeOffset(2026, 6, 1, 9, 30, 0, TimeSpan.FromHours(1)).AddTicks(1_234_567);
        var payload = "{\"text\":\"æøå £ 社\"}"u8.ToArray();
        var happened = new NewEvent("sample.said-aloud.v12", payload);
        await journal.AppendAsync(
            new AppendRequest(Alpha, StreamVersion.None, "c-1", "Ève", recordedAt, [happened]),
            Token
        );

        var entry = Assert.Single(await journal.ReadAllAsync(JournalPosition.Start, 10, Token));
        Assert.Equal((Alpha, new StreamVersion(1), "sample.said-aloud.v12"), (entry.Stream, entry.Version, entry.Type));
        Assert.Equal(("c-1", "Ève"), (entry.CommandId, entry.Actor));
        Assert.Equal(payload, entry.Payload.ToArray());
        Assert.Equal((TimeSpan.Zero, recordedAt.UtcTicks / 10 * 10), (entry.RecordedAt.Offset, entry.RecordedAt.Ticks));
    }

    [Fact]
    public async Task Repeated_command_answers_its_first_outcome_and_appends_nothing()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);
        await journal.AppendAsync(Say(Alpha, 2, "c2", "three"), Token);

        Assert.Equal(AlreadyHandled(2, 2), await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token));
        Assert.Equal(AlreadyHandled(2, 2), await journal.AppendAsync(Say(Alpha, 3, "c1", "something else"), Token));
        Assert.Equal(3, (await ReadToEndAsync(journal)).Count);
    }

    [Fact]
    public async Task Command_is_found_by_its_id_within_its_stream_only()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two"), Token);

        Assert.Equal(AlreadyHandled(2, 2), await journal.FindCommandAsync(Alpha, "c1", Token));
        Assert.Null(await journal.FindCommandAsync(Alpha, "c2", Token));
        Assert.Null(await journal.FindCommandAsync(Beta, "c1", Token));
    }

    [Fact]
    public async Task Command_that_lost_a_conflict_may_be_appended_later()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await journal.AppendAsync(Say(Alpha, 0, "c2", "two"), Token);

        Assert.Equal(Appended(2, 2), await journal.AppendAsync(Say(Alpha, 1, "c2", "two"), Token));
    }

    [Fact]
    public async Task Stream_is_read_after_a_version_in_batches()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Beta, 0, "c0", "other"), Token);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one", "two", "three"), Token);

        var first = await journal.ReadStreamAsync(Alpha, StreamVersion.None, 2, Token);
        var second = await journal.ReadStreamAsync(Alpha, first[^1].Version, 2, Token);

        Assert.Equal(
            [
                """2 sample/alpha 1 {"text":"one"}""",
                """3 sample/alpha 2 {"text":"two"}""",
                """4 sample/alpha 3 {"text":"three"}""",
            ],
            [.. first.Select(Line), .. second.Select(Line)]
        );
        Assert.Empty(await journal.ReadStreamAsync(Alpha, second[^1].Version, 2, Token));
    }

    [Fact]
    public async Task Some_streams_are_read_together_after_a_position_in_the_journals_order()
    {
        await using var journal = OpenEmpty();
        StreamId odd = new("sample", """it's"[\],%$1""");
        await journal.AppendAsync(Say(Beta, 0, "c1", "one"), Token);
        await journal.AppendAsync(Say(odd, 0, "c1", "two", "three"), Token);
        await journal.AppendAsync(Say(Alpha, 0, "c1", "of nobody's interest"), Token);
        await journal.AppendAsync(Say(Beta, 1, "c2", "four"), Token);
        StreamId[] wanted = [odd, Beta, new("other", "beta"), Beta];

        foreach (var size in new[] { 1, 2, 3, 100 })
        {
            var read = new List<long>();
            var after = JournalPosition.Start;
            while (await journal.ReadStreamsAsync(wanted, after, size, Token) is { Count: > 0 } page)
            {
                Assert.InRange(page.Count, 1, size);
                read.AddRange(page.Select(entry => entry.Position.Value));
                after = page[^1].Position;
            }

            Assert.Equal([1, 2, 3, 5], read);
        }

        Assert.Equal(
            """5 sample/beta 2 {"text":"four"}""",
            Line(Assert.Single(await journal.ReadStreamsAsync(wanted, new JournalPosition(3), 10, Token)))
        );
        Assert.Empty(await journal.ReadStreamsAsync([new("sample", "gamma")], JournalPosition.Start, 10, Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Limits.ReadStreams + 1)]
    public async Task Read_refuses_more_streams_than_its_limit_and_none(int count)
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(new("sample", "1024"), 0, "c1", "one"), Token);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await journal.ReadStreamsAsync(Streams(count), JournalPosition.Start, 1, Token)
        );
        Assert.Single(await journal.ReadStreamsAsync(Streams(Limits.ReadStreams), JournalPosition.Start, 1, Token));

        static StreamId[] Streams(int count) =>
            [.. Enumerable.Range(1, count).Select(number => new StreamId("sample", $"{number}"))];
    }

    [Fact]
    public async Task All_streams_are_read_after_a_position_in_batches()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await journal.AppendAsync(Say(Beta, 0, "c1", "two"), Token);
        await journal.AppendAsync(Say(Alpha, 1, "c2", "three"), Token);

        var batch = await journal.ReadAllAsync(new JournalPosition(1), 1, Token);
        var rest = await journal.ReadAllAsync(batch[^1].Position, 10, Token);

        Assert.Equal("""2 sample/beta 1 {"text":"two"}""", Line(Assert.Single(batch)));
        Assert.Equal("""3 sample/alpha 2 {"text":"three"}""", Line(Assert.Single(rest)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Limits.ReadEntries + 1)]
    public async Task Read_refuses_a_batch_size_past_its_limits(int entriesMax)
    {
        await using var journal = OpenEmpty();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await journal.ReadAllAsync(JournalPosition.Start, entriesMax, Token)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await journal.ReadStreamAsync(Alpha, StreamVersion.None, entriesMax, Token)
        );
        Assert.Empty(await journal.ReadAllAsync(JournalPosition.Start, Limits.ReadEntries, Token));
    }

    [Fact]
    public async Task Largest_payload_and_most_events_are_kept()
    {
        await using var journal = OpenEmpty();
        await journal.AppendAsync(Request(Alpha, 0, "large", EventOf(Limits.EventPayloadBytes)), Token);
        var many = Enumerable.Range(0, Limits.AppendEvents).Select(i => Event($"{i}")).ToArray();

        Assert.Equal(
            Appended(1 + Limits.AppendEvents, Limits.AppendEvents),
            await journal.AppendAsync(Request(Beta, 0, "many", many), Token)
        );
        Assert.Equal(1 + Limits.AppendEvents, (await ReadToEndAsync(journal)).Count);
    }

    [Fact]
    public async Task Read_ends_early_once_its_payloads_reach_the_limit()
    {
        await using var journal = OpenEmpty();
        var perBatch = Limits.ReadPayloadBytes / Limits.EventPayloadBytes;
        var events = Enumerable.Repeat(EventOf(Limits.EventPayloadBytes), perBatch + 1).ToArray();
        await journal.AppendAsync(Request(Alpha, 0, "c1", events), Token);

        Assert.Equal(perBatch, (await journal.ReadAllAsync(JournalPosition.Start, 100, Token)).Count);
        Assert.Equal(perBatch, (await journal.ReadStreamAsync(Alpha, StreamVersion.None, 100, Token)).Count);
        Assert.Equal(perBatch, (await journal.ReadStreamsAsync([Alpha], JournalPosition.Start, 100, Token)).Count);
        Assert.Single(await journal.ReadAllAsync(new JournalPosition(perBatch), 100, Token));
    }

    [Fact]
    public async Task Closed_journal_says_so_to_all_who_use_it_or_wait_for_it()
    {
        var journal = OpenEmpty();
        var waiting = journal.WaitForAsync(new JournalPosition(1), Token);

        await journal.DisposeAsync();
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await journal.ReadAllAsync(JournalPosition.Start, 1, Token)
        );
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await journal.FindCommandAsync(Alpha, "c1", Token)
        );
    }
}
