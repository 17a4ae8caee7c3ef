namespace RegionalNetwork.Faults.Tests.History;

/// <summary>The checker finds each kind of broken history, and nothing in a good one.</summary>
public sealed class HistoryCheckerTests(ITestOutputHelper output)
{
    private const string Grain = "g";

    // Client 0 creates on node 0 and replaces; client 1 appends on node 1 and reads; what client 2 wrote was not answered.
    private static readonly RecordedHistory Good = new(
        [
            Acknowledged(0, 0, Effect.Create, "a", 1, 2, position: 1),
            Acknowledged(0, 0, Effect.Replace, "b", 3, 5, position: 2),
            Acknowledged(1, 1, Effect.Append, "x", 6, 8, position: 3),
            Acknowledged(2, 1, Effect.Replace, "open", 7, 20, position: 4) with
            {
                Outcome = Outcome.Unknown,
                Position = 0,
            },
        ],
        [
            new Reading(0, 0, Grain, 9, 10, 2, 0, new GrainValue("b", [], IsClosed: false)),
            new Reading(1, 1, Grain, 11, 12, 3, 0, new GrainValue("b", ["x"], IsClosed: false)),
            new Reading(1, 1, Grain, 13, 14, 4, 0, new GrainValue("open", ["x"], IsClosed: false)),
        ],
        [
            new Entry(1, Grain, 1, "c-a", Effect.Create, "a"),
            new Entry(2, Grain, 2, "c-b", Effect.Replace, "b"),
            new Entry(3, Grain, 3, "c-x", Effect.Append, "x"),
            new Entry(4, Grain, 4, "c-open", Effect.Replace, "open"),
        ]
    );

    [Fact]
    public void Good_history_has_no_violation()
    {
        Assert.Empty(HistoryChecker.Check(Good));
        // What was not answered need not be there either.
        Assert.Empty(
            HistoryChecker.Check(
                Good with
                {
                    Entries = [.. Good.Entries.Take(3)],
                    Readings = [.. Good.Readings.Take(2)],
                }
            )
        );
    }

    [Fact]
    public void Lost_write_is_found()
    {
        AssertFound(
            "Nothing acknowledged is lost",
            Good with
            {
                Entries = Numbered(Good.Entries.Where((_, i) => i != 2)),
            }
        );
        AssertFound("Nothing acknowledged is lost", WithWrite(1, write => write with { Position = 3 }));
    }

    [Fact]
    public void Write_that_is_there_twice_is_found() =>
        AssertFound("Nothing is there twice", Good with { Entries = Numbered([.. Good.Entries, Good.Entries[1]]) });

    [Fact]
    public void Refused_write_that_is_there_is_found() =>
        AssertFound(
            "Nothing refused is there",
            WithWrite(3, write => write with { Outcome = Outcome.Refused, Refusal = WriteChecks.Taken })
        );

    [Theory]
    [InlineData("WORKSTREAM_NOT_FOUND", 30)]
    [InlineData(WriteChecks.Closed, 30)]
    [InlineData(WriteChecks.Taken, 1)]
    public void Refusal_without_a_reason_is_found(string code, long completed)
    {
        var refused = Acknowledged(3, 0, Effect.Create, "late", 0, completed, position: 0) with
        {
            Outcome = Outcome.Refused,
            Refusal = code,
        };
        AssertFound("Refusals have a reason", Good with { Writes = [.. Good.Writes, refused] });
        Assert.Empty(
            HistoryChecker.Check(
                Good with
                {
                    Writes = [.. Good.Writes, refused with { Refusal = WriteChecks.Taken, Completed = 30 }],
                }
            )
        );
    }

    [Fact]
    public void Entry_that_nobody_wrote_is_found() =>
        AssertFound(
            "Nothing is there that nobody wrote",
            Good with
            {
                Entries = [.. Good.Entries, new Entry(5, Grain, 5, "c-stranger", Effect.Append, "z")],
            }
        );

    [Fact]
    public void Reordered_writes_are_found() =>
        AssertFound(
            "Order is that of time",
            Good with
            {
                Writes =
                [
                    Good.Writes[0],
                    With(1, w => w with { Position = 3 }),
                    With(2, w => w with { Position = 2 }),
                    Good.Writes[3],
                ],
                Entries = Numbered([Good.Entries[0], Good.Entries[2], Good.Entries[1], Good.Entries[3]]),
                Readings = [],
            }
        );

    [Fact]
    public void Write_before_something_that_was_read_before_it_was_sent_is_found() =>
        AssertFound("Order is that of time", WithWrite(3, write => write with { Invoked = 15 }));

    [Fact]
    public void Stale_or_future_or_mixed_reading_is_found()
    {
        AssertFound("Readings show their position", WithReading(1, r => r with { Seen = Good.Readings[0].Seen }));
        AssertFound("Readings show their position", WithReading(0, r => r with { Seen = Good.Readings[2].Seen }));
        AssertFound("Readings show their position", WithReading(0, r => r with { Seen = null }));
    }

    [Fact]
    public void Reading_of_what_is_gone_in_the_end_is_found() =>
        AssertFound("Readings show their position", Good with { Entries = [.. Good.Entries.Take(3)] });

    [Fact]
    public void Position_that_goes_back_is_found() =>
        AssertFound(
            "Positions never go back",
            Good with
            {
                Readings = [.. Good.Readings, Good.Readings[1] with { Invoked = 15, Completed = 16 }],
            }
        );

    [Fact]
    public void Own_write_that_is_not_read_is_found()
    {
        AssertFound(
            "Own writes are read",
            WithReading(0, r => r with { Position = 1, Seen = new GrainValue("a", [], IsClosed: false) })
        );
        AssertFound("Own writes are read", WithReading(0, reading => reading with { AtLeast = 3 }));
    }

    [Fact]
    public void Gaps_are_found()
    {
        AssertFound("Positions have no gaps", Good with { Entries = [.. Good.Entries.Skip(1)] });
        AssertFound(
            "Versions have no gaps",
            Good with
            {
                Entries = [.. Good.Entries.Take(3), Good.Entries[3] with { Version = 3 }],
            }
        );
    }

    [Fact]
    public void Decision_on_an_older_state_is_found()
    {
        AssertFound("Grains live once", Changed(3, entry => entry with { Effect = Effect.Create }));
        AssertFound("Grains live once", Changed(2, entry => entry with { Effect = Effect.Close }));
        AssertFound("Grains live once", Changed(0, entry => entry with { Effect = Effect.Replace }));
    }

    [Fact]
    public void Every_history_broken_at_random_is_found_and_no_good_one_is_accused()
    {
        const int histories = 300;
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}; {histories} histories, each good and broken.");
        for (var i = 0; i < histories; i++)
        {
            var good = SimulatedHistory.Make(unchecked(seed + i), rounds: 12);
            Assert.Empty(HistoryChecker.Check(good));
            var (how, broken) = BrokenHistory.Of(good, new Random(unchecked(seed + i)));
            Assert.True(HistoryChecker.Check(broken).Count > 0, $"Seed {unchecked(seed + i)}: {how} was not found.");
        }
    }

    private static void AssertFound(string check, RecordedHistory history) =>
        Assert.Contains(HistoryChecker.Check(history), violation => violation.Check == check);

    private static RecordedHistory WithWrite(int index, Func<Write, Write> change) =>
        Good with
        {
            Writes = [.. Good.Writes.Select((write, i) => i == index ? change(write) : write)],
        };

    private static Write With(int index, Func<Write, Write> change) => change(Good.Writes[index]);

    private static RecordedHistory WithReading(int index, Func<Reading, Reading> change) =>
        Good with
        {
            Readings = [.. Good.Readings.Select((reading, i) => i == index ? change(reading) : reading)],
        };

    private static RecordedHistory Changed(int index, Func<Entry, Entry> change) =>
        Good with
        {
            Entries = [.. Good.Entries.Select((entry, i) => i == index ? change(entry) : entry)],
        };

    private static Entry[] Numbered(IEnumerable<Entry> entries) =>
        [.. entries.Select((entry, i) => entry with { Position = i + 1, Version = i + 1 })];

    private static Write Acknowledged(
        int client,
        int node,
        Effect effect,
        string value,
        long invoked,
        long completed,
        long position
    ) =>
        new(client, node, Grain, effect, value, $"c-{value}", invoked, completed, Outcome.Acknowledged, position, null);
}
