using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Snapshot;
using RegionalNetwork.Server.Tests.Journal;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.SavedSnapshots;

/// <summary>A saved snapshot shows what a replay shows, or is not used.</summary>
public sealed class SavedSnapshotTests : IDisposable
{
    /// <summary>A digest of all takes a while, and what is lost after one event is missing still after three more.</summary>
    private const int CompareEvery = 4;

    private const int RestEvery = 16;

    private static readonly NetworkProjection Projection = NetworkProjection.Of(NetworkDefinitions.Load());

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SnapshotFile File => SnapshotFile.In(_folder.Info);

    private string FilePath => Path.Combine(_folder.Path, "snapshot.bin");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Saved_after_any_event_it_is_what_the_replay_is_and_goes_on_as_that_does()
    {
        var all = EventExamples.All.Select((example, index) => example.At(index + 1)).ToArray();
        var expected = SnapshotDigest.Of(Projection.Read(all)(Projection.Initial));
        await using var journal = new InMemoryJournal();
        var (snapshot, saved) = (Projection.Initial, 0);
        foreach (var entry in all)
        {
            await AppendAsync(journal, entry);
            snapshot = Projection.Read([entry])(snapshot);
            if (snapshot.Publications.IsArriving)
            {
                continue;
            }

            await File.WriteAsync(new(snapshot, entry.Position), journal, Cancellation);
            var resumed = await ReadAsync(journal);
            Assert.Equal(entry.Position, resumed.Position);
            if (saved % CompareEvery == 0 || entry.Position.Value == all.Length)
            {
                Assert.Equal(SnapshotDigest.Of(snapshot), SnapshotDigest.Of(resumed.Snapshot));
            }

            if (saved++ % RestEvery == 0)
            {
                var rest = all.Where(later => later.Position > entry.Position).ToArray();
                Assert.Equal(expected, SnapshotDigest.Of(Projection.Read(rest)(resumed.Snapshot)));
            }
        }

        Assert.True(saved > 60);
        TestContext.Current.SendDiagnosticMessage($"{saved} cases");
    }

    [Fact]
    public async Task Restated_embargoed_and_withdrawn_returns_are_in_the_rounds_that_had_them()
    {
        await using var journal = new InMemoryJournal();
        await ReturnLife.FillAsync(journal);
        var replayed = await ReplayAsync(journal);
        Assert.Equal(3, replayed.Snapshot.Returns.Rounds("workforce", "2024").Count);
        await File.WriteAsync(replayed, journal, Cancellation);
        var resumed = await ReadAsync(journal);
        Assert.Equal(SnapshotDigest.Of(replayed.Snapshot), SnapshotDigest.Of(resumed.Snapshot));

        await ReturnLife.CompileLaterAsync(journal);
        var rest = await journal.ReadAllAsync(resumed.Position, 100, Cancellation);
        var later = Projection.Read(rest)(resumed.Snapshot);
        Assert.Contains("E08000029", later.Returns.LastRound("workforce", "2024")!.Included.Keys);
        Assert.Equal(SnapshotDigest.Of((await ReplayAsync(journal)).Snapshot), SnapshotDigest.Of(later));
    }

    [Fact]
    public async Task A_file_that_was_damaged_anywhere_is_not_used()
    {
        await using var journal = new InMemoryJournal();
        await ReturnLife.FillAsync(journal);
        await File.WriteAsync(await ReplayAsync(journal), journal, Cancellation);
        var whole = await System.IO.File.ReadAllBytesAsync(FilePath, Cancellation);
        var cases = 0;
        for (var place = 0; place < whole.Length; place += 151)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 4;
            await RefusedAsync(damaged);
            await RefusedAsync(whole[..place]);
            cases += 2;
        }

        await RefusedAsync([.. whole, 0]);
        TestContext.Current.SendDiagnosticMessage($"{cases + 1} cases");

        async Task RefusedAsync(byte[] content)
        {
            await System.IO.File.WriteAllBytesAsync(FilePath, content, Cancellation);
            Assert.Contains("cannot be used", await RefusalAsync(journal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_another_journal_a_longer_one_or_another_build_it_is_not_used()
    {
        await using var journal = new InMemoryJournal();
        await ReturnLife.FillAsync(journal);
        await File.WriteAsync(await ReplayAsync(journal), journal, Cancellation);

        await using var shorter = new InMemoryJournal();
        Assert.Contains("another journal", await RefusalAsync(shorter), StringComparison.Ordinal);

        await using var other = new InMemoryJournal();
        foreach (var example in EventExamples.All)
        {
            await AppendAsync(other, example.At(1));
        }

        Assert.True(other.Head > journal.Head);
        Assert.Contains("another journal", await RefusalAsync(other), StringComparison.Ordinal);

        using (var saved = new SnapshotWriter(FilePath))
        {
            saved.Write("regional-network.snapshot.v1");
            saved.Write("another build");
            saved.Finish();
        }

        Assert.Contains("another version", await RefusalAsync(journal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_owner_may_read_it_and_a_failed_one_leaves_the_last()
    {
        await using var journal = new InMemoryJournal();
        await ReturnLife.FillAsync(journal);
        var published = await ReplayAsync(journal);
        await File.WriteAsync(published, journal, Cancellation);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(FilePath));
        }

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            File.WriteAsync(published, journal, cancelled.Token)
        );
        Assert.Equal(["snapshot.bin"], _folder.Info.GetFiles().Select(file => file.Name));
        Assert.Equal(published.Position, (await ReadAsync(journal)).Position);
    }

    private async Task<Published<NetworkSnapshot>> ReadAsync(InMemoryJournal journal)
    {
        var found = await File.ReadAsync(Projection, journal, refusal => Assert.Fail(refusal), Cancellation);
        Assert.NotNull(found);
        return found;
    }

    private async Task<string> RefusalAsync(InMemoryJournal journal)
    {
        string? refusal = null;
        Assert.Null(await File.ReadAsync(Projection, journal, said => refusal = said, Cancellation));
        Assert.NotNull(refusal);
        return refusal;
    }

    private static async Task<Published<NetworkSnapshot>> ReplayAsync(InMemoryJournal journal)
    {
        var entries = await journal.ReadAllAsync(JournalPosition.Start, EventSourcing.Limits.ReadEntries, Cancellation);
        return new Published<NetworkSnapshot>(Projection.Read(entries)(Projection.Initial), entries[^1].Position);
    }

    private static async Task AppendAsync(InMemoryJournal journal, JournalEntry entry)
    {
        var before = new StreamVersion(entry.Version.Value - 1);
        var added = new NewEvent(entry.Type, entry.Payload);
        var command = $"command-{journal.Head.Value}";
        Assert.IsType<AppendResult.Appended>(
            await journal.AppendAsync(
                new AppendRequest(entry.Stream, before, command, entry.Actor, entry.RecordedAt, [added]),
                Cancellation
            )
        );
    }
}
