using RegionalNetwork.Server.Tests.Journal;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.OldJournals;

/// <summary>
/// Journals that a server wrote once must load for ever. For each version that wrote one there is the journal and, beside
/// it, what the server of that version read in it; neither is ever written again.
/// </summary>
public sealed class OldJournalTests : IAsyncLifetime
{
    private const string Folder = "tests/RegionalNetwork.Server.Tests/OldJournals";

    private readonly TemporaryNetwork _network = new();

    public static TheoryData<string> Versions =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.db")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _network.DisposeAsync();

    [Theory, MemberData(nameof(Versions))]
    public async Task A_journal_reads_as_it_did_when_it_was_written(string version)
    {
        await OpenAsync(version);

        Assert.Equal(await File.ReadAllTextAsync(PathOf(version, "txt"), Cancellation), Text());
    }

    [Theory, MemberData(nameof(Versions))]
    public async Task A_journal_takes_up_where_it_ended(string version)
    {
        await OpenAsync(version);
        var head = _network.Host.Journal.Head;

        await _network.LoadSampleAsync();
        Assert.Equal(head, _network.Host.Journal.Head);
        await OldJournal.ReviseAgainAsync(_network.Host);

        Assert.Equal(head.Next, _network.Host.Journal.Head);
    }

    [Fact]
    public async Task The_journal_of_0_1_0_holds_the_sample_the_figures_and_the_changes_to_both()
    {
        await OpenAsync("0.1.0");
        var entries = await _network.EntriesAsync();

        Assert.Equal(
            ["psw-wolverhampton-1", "sample-network"],
            entries.Select(entry => entry.Actor).Distinct().Order()
        );
        Assert.Equal(entries.Count, entries[^1].Position.Value);
        Assert.NotNull(_network.Snapshot.Publications.Find(SyntheticFigures.Publication)!.FindVintage(2));
        Assert.Equal(
            ["made-up-network", "england", "south-east", "west-midlands"],
            _network.Snapshot.Networks.All.Select(network => network.Id)
        );
    }

    /// <summary>Writes the two files of a version that has none yet; they are then committed.</summary>
    [Fact(Explicit = true)]
    public async Task Write_the_journal_of_this_version()
    {
        var version = typeof(Hosting.NetworkHost).Assembly.GetName().Version!.ToString(3);
        Assert.False(File.Exists(PathOf(version, "db")), $"The journal of {version} is written already.");

        await _network.OpenAsync();
        await OldJournal.WriteAsync(_network);
        Assert.Equal(
            EventExamples.All.Select(example => example.Encoded.Type).Distinct().Order(),
            (await _network.EntriesAsync()).Select(entry => entry.Type).Distinct().Order()
        );
        await File.WriteAllTextAsync(PathOf(version, "txt"), Text(), Cancellation);
        await _network.CloseAsync();
        OldJournal.Compact(_network.JournalPath);
        File.Copy(_network.JournalPath, PathOf(version, "db"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task OpenAsync(string version)
    {
        File.Copy(PathOf(version, "db"), _network.JournalPath);
        await _network.OpenAsync();
    }

    private string Text() => SnapshotText.Of(_network.Snapshot) + "\n";

    private static string PathOf(string version, string extension) =>
        Path.Combine(Repository.Root, Folder, $"{version}.{extension}");
}
