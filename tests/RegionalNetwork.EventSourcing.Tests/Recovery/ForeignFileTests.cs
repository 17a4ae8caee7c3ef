using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Tests.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Recovery;

/// <summary>Files that are not ours to write to.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("file");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Random_bytes_are_refused_and_left_as_they_are()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int[] sizes = [1, 15, 16, 17, 99, 100, 511, 512, 513, 4095, 4096, 4097, 100_000];

        foreach (var size in sizes)
        {
            var bytes = new byte[size];
            random.NextBytes(bytes);
            await AssertRefusedAndKeptAsync(bytes);
            Assert.Equal([Path], Directory.GetFiles(_directory.Root));
            // With SQLite's own first bytes it gets one check further.
            "SQLite format 3\0"u8[..Math.Min(16, size)].CopyTo(bytes);
            await AssertRefusedAndKeptAsync(bytes);
        }
    }

    [Fact]
    public async Task Text_file_is_refused_and_left_as_it_is() =>
        await AssertRefusedAndKeptAsync("time_period,geographic_level,value\n2023,National,1\n"u8.ToArray());

    [Fact]
    public async Task Journal_of_a_newer_version_is_refused_and_left_as_it_is()
    {
        await using (var journal = SqliteJournal.Open(Path))
        {
            await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        }
        using (var future = RawSqlite.Open(Path))
        {
            RawSqlite.Execute(future, "PRAGMA user_version = 3");
        }

        var message = await AssertRefusedAndKeptAsync(await File.ReadAllBytesAsync(Path, Token));

        Assert.Contains("has format 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Journal_of_a_newer_version_that_crashed_keeps_its_log_too()
    {
        await using var journal = SqliteJournal.Open(Path);
        using (var future = RawSqlite.Open(Path))
        {
            RawSqlite.Execute(future, "PRAGMA user_version = 3");
        }
        await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        var image = CrashImage.Take(Path, _directory.File("image"));
        var before = (
            await File.ReadAllBytesAsync(image, Token),
            await File.ReadAllBytesAsync(CrashImage.Log(image), Token)
        );

        Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(image));

        Assert.Equal(before.Item1, await File.ReadAllBytesAsync(image, Token));
        Assert.Equal(before.Item2, await File.ReadAllBytesAsync(CrashImage.Log(image), Token));
    }

    [Fact]
    public async Task Database_of_another_program_is_refused_and_left_as_it_is()
    {
        using (var other = RawSqlite.Open(Path))
        {
            RawSqlite.Execute(other, "CREATE TABLE entries (position INTEGER PRIMARY KEY)");
        }

        await AssertRefusedAndKeptAsync(await File.ReadAllBytesAsync(Path, Token));
    }

    [Fact]
    public async Task Journal_whose_creation_was_cut_off_is_begun_afresh()
    {
        using (var begun = RawSqlite.Open(Path))
        {
            RawSqlite.Execute(begun, "PRAGMA journal_mode = WAL");
        }

        await using var journal = SqliteJournal.Open(Path);

        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
    }

    [Fact]
    public async Task Empty_file_becomes_a_journal()
    {
        await File.WriteAllBytesAsync(Path, [], Token);

        await using var journal = SqliteJournal.Open(Path);

        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
    }

    [Fact]
    public async Task Journals_begun_at_once_on_one_file_are_one_journal()
    {
        var journals = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteJournal.Open(Path))));

        await Task.WhenAll(
            journals.Select((j, i) => j.AppendAsync(Say(new StreamId("sample", $"{i}"), 0, "c", "x"), Token))
        );

        Assert.Equal(8, (await ReadToEndAsync(journals[0])).Count);
        await Task.WhenAll(journals.Select(j => j.DisposeAsync().AsTask()));
    }

    private async Task<string> AssertRefusedAndKeptAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(Path, bytes, Token);

        var fault = Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(Path));

        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path, Token));
        return fault.Message;
    }
}
