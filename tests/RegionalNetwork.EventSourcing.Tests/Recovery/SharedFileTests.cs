using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Tests.Journal;
using static RegionalNetwork.EventSourcing.Tests.Journal.Requests;

namespace RegionalNetwork.EventSourcing.Tests.Recovery;

/// <summary>Several who work on one file: the command line beside a running server.</summary>
public sealed class SharedFileTests : IDisposable
{
    private const string ChildVariable = "JOURNAL_OF_PARENT";
    private readonly TemporaryDirectory _directory = new();

    private string Path => _directory.File("journal.sqlite");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Entry_of_another_is_seen_within_a_second()
    {
        await using var mine = SqliteJournal.Open(Path);
        await using var theirs = SqliteJournal.Open(Path);

        await theirs.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        await mine.WaitForAsync(new JournalPosition(1), Token).WaitAsync(TimeSpan.FromSeconds(1), Token);

        Assert.Equal("""1 sample/alpha 1 {"text":"one"}""", Line(Assert.Single(await ReadToEndAsync(mine))));
    }

    [Fact]
    public async Task Two_who_append_to_one_stream_lose_nothing_and_leave_no_gap()
    {
        await using var mine = SqliteJournal.Open(Path);
        await using var theirs = SqliteJournal.Open(Path);

        await Task.WhenAll(AppendPersistentlyAsync(mine, "mine", 50), AppendPersistentlyAsync(theirs, "theirs", 50));

        await mine.WaitForAsync(new JournalPosition(100), Token);
        var entries = await ReadToEndAsync(mine);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), entries.Select(e => e.Version.Value));
        Assert.Equal(100, entries.Select(e => e.CommandId).Distinct().Count());
    }

    [Fact]
    public async Task Command_that_another_has_handled_is_known_here()
    {
        await using var mine = SqliteJournal.Open(Path);
        await using var theirs = SqliteJournal.Open(Path);
        await theirs.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);

        Assert.Equal(AlreadyHandled(1, 1), await mine.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
        Assert.Equal(new JournalPosition(1), mine.Head);
    }

    [Fact]
    public async Task Append_waits_for_another_process_that_writes()
    {
        await using var journal = SqliteJournal.Open(Path);
        using var other = RawSqlite.Open(Path);
        RawSqlite.Execute(other, "BEGIN IMMEDIATE");
        var appending = journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token);
        Assert.Empty(await journal.ReadAllAsync(JournalPosition.Start, 1, Token));
        Assert.False(appending.IsCompleted);

        RawSqlite.Execute(other, "COMMIT");

        Assert.Equal(Appended(1, 1), await appending);
    }

    [Fact]
    public async Task Append_gives_up_on_a_process_that_never_stops_writing_and_works_afterwards()
    {
        var impatient = SqliteJournalOptions.At(Path) with { BusyWait = TimeSpan.FromMilliseconds(50) };
        await using var journal = SqliteJournal.Open(impatient, TimeProvider.System);
        using var other = RawSqlite.Open(Path);
        RawSqlite.Execute(other, "BEGIN IMMEDIATE");

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() =>
            journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token)
        );
        RawSqlite.Execute(other, "COMMIT");

        Assert.Equal(JournalUnavailableReason.Locked, fault.Reason);
        Assert.Equal(Appended(1, 1), await journal.AppendAsync(Say(Alpha, 0, "c1", "one"), Token));
    }

    [Fact]
    public async Task Another_process_appends_while_this_one_does()
    {
        await using var journal = SqliteJournal.Open(Path);
        var start = new ProcessStartInfo(
            System.IO.Path.Combine(AppContext.BaseDirectory, "RegionalNetwork.EventSourcing.Tests"),
            ["-method", $"*.{nameof(Child_process_appends)}", "-explicit", "only"]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[ChildVariable] = Path;
        using var child = Process.Start(start)!;
        var output = child.StandardOutput.ReadToEndAsync(Token);

        await AppendPersistentlyAsync(journal, "parent", 50);
        await child.WaitForExitAsync(Token);

        Assert.True(child.ExitCode == 0, await output);
        await journal.WaitForAsync(new JournalPosition(100), Token).WaitAsync(TimeSpan.FromSeconds(1), Token);
        var entries = await ReadToEndAsync(journal);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => (long)i), entries.Select(e => e.Version.Value));
        Assert.Equal(50, entries.Count(e => e.CommandId.StartsWith("child", StringComparison.Ordinal)));
    }

    [Fact(Explicit = true)]
    public async Task Child_process_appends()
    {
        var path = Environment.GetEnvironmentVariable(ChildVariable);
        Assert.SkipWhen(path is null, "Runs as the other process of a test, which names the journal.");
        await using var journal = SqliteJournal.Open(path);

        await AppendPersistentlyAsync(journal, "child", 50);

        Assert.Equal(
            50,
            (await ReadToEndAsync(journal)).Count(e => e.CommandId.StartsWith("child", StringComparison.Ordinal))
        );
    }

    private static async Task AppendPersistentlyAsync(SqliteJournal journal, string who, int count)
    {
        var version = 0L;
        for (var i = 0; i < count; i++)
        {
            AppendResult result;
            while (
                (result = await journal.AppendAsync(Say(Alpha, version, $"{who}-{i}", "x"), Token))
                    is AppendResult.Conflict lost
            )
            {
                version = lost.ActualVersion.Value;
            }
            version = Assert.IsType<AppendResult.Appended>(result).Version.Value;
        }
    }
}
