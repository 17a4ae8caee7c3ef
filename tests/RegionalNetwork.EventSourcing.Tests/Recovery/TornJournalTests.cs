using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Tests.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Recovery;

/// <summary>
/// A crash in the middle of a write. Nothing that was acknowledged before it is lost, no half of an append is there.
/// </summary>
public sealed class TornJournalTests : IDisposable
{
    private static readonly int RandomCuts =
        Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long" ? 2_000 : 60;

    private const int EventsPerAppend = 3;
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("journal.sqlite");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Log_cut_at_any_byte_of_its_last_commits_keeps_every_append_that_is_whole()
    {
        await using var journal = SqliteJournal.Open(Path);
        var lengths = await AppendAsync(journal, count: 12);
        var image = CrashImage.Take(Path, _directory.File("image"));

        foreach (var cut in Cuts(lengths))
        {
            var torn = Copy(image, $"torn-{cut}");
            CrashImage.CutLog(torn, cut);

            await AssertHoldsAppendsAsync(torn, lengths.Count(length => length <= cut), $"cut at {cut}");
        }
    }

    [Fact]
    public async Task Log_with_a_flipped_bit_in_its_last_commit_keeps_every_append_before()
    {
        await using var journal = SqliteJournal.Open(Path);
        var lengths = await AppendAsync(journal, count: 4);
        var image = CrashImage.Take(Path, _directory.File("image"));
        var random = Seeded();

        for (var i = 0; i < 20; i++)
        {
            var offset = random.NextInt64(lengths[^2], lengths[^1]);
            var torn = Copy(image, $"flipped-{i}");
            CrashImage.FlipBit(CrashImage.Log(torn), offset);

            await AssertHoldsAppendsAsync(torn, 3, $"bit flipped at {offset}");
        }
    }

    [Fact]
    public async Task Crash_while_many_append_loses_nothing_acknowledged_and_splits_no_append()
    {
        await using var journal = SqliteJournal.Open(Path);
        var acknowledged = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var appenders = Enumerable
            .Range(0, 8)
            .Select(a => AppendForCrashAsync(journal, $"a{a}", 25, acknowledged))
            .ToArray();

        for (var crash = 0; crash < 10; crash++)
        {
            await journal.WaitForAsync(new JournalPosition(40 * (crash + 1)), Token);
            var before = acknowledged.ToArray();
            await using var recovered = SqliteJournal.Open(CrashImage.Take(Path, _directory.File($"crash-{crash}")));
            var entries = await ReadToEndAsync(recovered);

            Assert.Empty(before.Except(entries.Select(e => $"{e.Stream.Key} {e.CommandId}")));
            Assert.All(
                entries.GroupBy(e => (e.Stream, e.CommandId)),
                append => Assert.Equal(EventsPerAppend, append.Count())
            );
        }
        await Task.WhenAll(appenders);
    }

    [Fact]
    public async Task File_cut_short_is_refused_and_left_as_it_is()
    {
        await using (var journal = SqliteJournal.Open(Path))
        {
            await AppendAsync(journal, count: 40);
        }
        var whole = await File.ReadAllBytesAsync(Path, Token);
        var random = Seeded();

        foreach (
            var length in Enumerable
                .Range(0, 30)
                .Select(_ => random.Next(1, whole.Length))
                .Append(1)
                .Append(whole.Length - 1)
        )
        {
            var torn = _directory.File($"cut-{length}");
            await File.WriteAllBytesAsync(torn, whole[..length], Token);

            await AssertRefusedAsync(torn, $"cut to {length} of {whole.Length} bytes");

            Assert.Equal(whole[..length], await File.ReadAllBytesAsync(torn, Token));
        }
    }

    [Fact]
    public async Task Journal_with_an_entry_missing_is_refused_when_it_is_read()
    {
        await using (var journal = SqliteJournal.Open(Path))
        {
            await AppendAsync(journal, count: 2);
        }
        using (var intruder = RawSqlite.Open(Path))
        {
            RawSqlite.Execute(intruder, "DROP TRIGGER entries_never_go");
            RawSqlite.Execute(intruder, "DELETE FROM entries WHERE position = 2");
        }

        await using var damaged = SqliteJournal.Open(Path);

        await Assert.ThrowsAsync<JournalFormatException>(() => ReadToEndAsync(damaged));
        await Assert.ThrowsAsync<JournalFormatException>(async () =>
            await damaged.ReadStreamAsync(Alpha, StreamVersion.None, 10, Token)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_without_its_journal_is_refused_and_left_as_it_is(bool isFileThere)
    {
        await using var journal = SqliteJournal.Open(Path);
        await AppendAsync(journal, count: 1);
        var orphan = _directory.File("orphan");
        File.Copy(CrashImage.Log(Path), CrashImage.Log(orphan));
        if (isFileThere)
        {
            await File.WriteAllBytesAsync(orphan, [], Token);
        }

        Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(orphan));

        Assert.Equal(CrashImage.LogLength(Path), CrashImage.LogLength(orphan));
    }

    /// <summary>
    /// Every commit's end and the bytes around it, and random bytes between; the length of the log after each append.
    /// </summary>
    private static SortedSet<long> Cuts(IReadOnlyList<long> lengths)
    {
        var random = Seeded();
        var tail = lengths.TakeLast(5).ToArray();
        var around = tail.SelectMany(end =>
            Enumerable.Range(-25, 50).Where(d => d is > -3 and < 3 or -24 or 24).Select(d => end + d)
        );
        var between = Enumerable.Range(0, RandomCuts).Select(_ => random.NextInt64(tail[0], tail[^1]));
        return [.. around.Concat(between).Where(cut => cut <= tail[^1])];
    }

    private static Random Seeded()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        return new Random(seed);
    }

    /// <summary>Appends one after another; returns the length of the log after each acknowledgement.</summary>
    private async Task<List<long>> AppendAsync(SqliteJournal journal, int count)
    {
        var lengths = new List<long>();
        for (var i = 0; i < count; i++)
        {
            var texts = Enumerable
                .Range(0, EventsPerAppend)
                .Select(e => $"{i}.{e}" + new string('x', 100 * i))
                .ToArray();
            var result = await journal.AppendAsync(Say(Alpha, i * EventsPerAppend, $"c{i}", texts), Token);
            Assert.IsType<AppendResult.Appended>(result);
            lengths.Add(CrashImage.LogLength(Path));
        }
        return lengths;
    }

    private static async Task AppendForCrashAsync(
        SqliteJournal journal,
        string key,
        int count,
        System.Collections.Concurrent.ConcurrentQueue<string> acknowledged
    )
    {
        for (var i = 0; i < count; i++)
        {
            await journal.AppendAsync(
                Say(new StreamId("sample", key), i * EventsPerAppend, $"c{i}", "x", "y", "z"),
                Token
            );
            acknowledged.Enqueue($"{key} c{i}");
        }
    }

    private string Copy(string image, string name)
    {
        var copy = _directory.File(name);
        File.Copy(image, copy);
        File.Copy(CrashImage.Log(image), CrashImage.Log(copy));
        return copy;
    }

    private static async Task AssertHoldsAppendsAsync(string path, int appends, string situation)
    {
        await using var journal = SqliteJournal.Open(path);
        var entries = await ReadToEndAsync(journal);
        Assert.True(
            appends * EventsPerAppend == entries.Count,
            $"{situation}: {entries.Count} entries of {appends} appends"
        );
        // And it goes on from there.
        Assert.IsType<AppendResult.Appended>(await journal.AppendAsync(Say(Alpha, entries.Count, "after", "x"), Token));
    }

    private static async Task AssertRefusedAsync(string path, string situation)
    {
        try
        {
            await using var journal = SqliteJournal.Open(path);
            await ReadToEndAsync(journal);
        }
        catch (JournalFormatException)
        {
            return;
        }
        Assert.Fail($"{situation}: opened and read as if nothing were amiss");
    }
}
