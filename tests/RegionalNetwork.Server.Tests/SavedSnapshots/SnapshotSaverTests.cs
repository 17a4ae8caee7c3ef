using Microsoft.Extensions.Logging.Abstractions;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Auditing;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Snapshot;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.SavedSnapshots;

/// <summary>A server saves a snapshot when enough has happened, and the next start goes on from it.</summary>
public sealed class SnapshotSaverTests : IDisposable
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_saved_is_where_the_next_start_goes_on()
    {
        string digest;
        JournalPosition head;
        await using (var network = await OpenAsync())
        {
            await SampleNetwork.LoadAsync(network, Cancellation);
            (head, digest) = (network.Journal.Head, DigestOf(network));
            Assert.Equal(JournalPosition.Start, network.Resume!.From);
            await RunUntilSavedAsync(network, entriesMin: head.Value);
        }

        await using (var again = await OpenAsync())
        {
            Assert.Equal(head, again.Resume!.From);
            Assert.Null(again.Resume.Refusal);
            Assert.Equal(digest, DigestOf(again));
        }

        // In this process: the executable under test may be another build, which would replay.
        await using var audited = AuditedData.Open(_folder.Info);
        using var findings = new StringWriter();
        Assert.True(
            await DataVerification.RunAsync(
                audited,
                checkpoints: null,
                TimeProvider.System.GetUtcNow(),
                (findings, findings),
                Cancellation
            )
        );
        Assert.Contains($"Saved snapshot: of position {head}", $"{findings}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_saved_before_enough_has_happened_nor_where_the_place_says_so()
    {
        await using (var network = await OpenAsync())
        {
            await SampleNetwork.LoadAsync(network, Cancellation);
            using var stop = new CancellationTokenSource();
            var running = Saver(network, network.Journal.Head.Value + 1).RunAsync(stop.Token);
            await Task.Delay(200, Cancellation);
            await stop.CancelAsync();
            await running;
            Assert.False(System.IO.File.Exists(FilePath));
        }

        var place = JournalPlace.In(_folder.Info) with { SavesSnapshots = false };
        await using var other = await NetworkHost.OpenAsync(place, TimeProvider.System, Cancellation);
        Assert.Null(other.Resume);
        Assert.False(new JournalPlace(_folder.Info, "Host=db.example.gov.uk").SavesSnapshots);
    }

    [Theory]
    [InlineData(0, 19_999, false)]
    [InlineData(0, 20_000, true)]
    [InlineData(900_000, 999_999, false)]
    [InlineData(900_000, 1_000_000, true)]
    public void It_is_due_after_a_number_of_entries_and_a_part_of_all(long last, long now, bool isDue) =>
        Assert.Equal(isDue, SavingLimits.Default.IsDue(last, now));

    [Fact]
    public async Task A_disk_that_takes_nothing_stops_nobody()
    {
        await using var network = await OpenAsync();
        await SampleNetwork.LoadAsync(network, Cancellation);
        Directory.CreateDirectory(FilePath);
        using var stop = new CancellationTokenSource();
        var running = Saver(network, 1).RunAsync(stop.Token);
        await Task.Delay(500, Cancellation);
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_does_not_end_the_saving()
    {
        await using var network = await OpenAsync();
        await SampleNetwork.LoadAsync(network, Cancellation);
        // No path at all: an ArgumentException.
        var resume = new SnapshotResume(
            new SnapshotFile("no\0path"),
            NetworkProjection.Of(NetworkDefinitions.Load()),
            network.Journal
        );
        using var stop = new CancellationTokenSource();
        var running = new SnapshotSaver(network, resume, Limits(1), NullLogger.Instance).RunAsync(stop.Token);
        await Task.Delay(500, Cancellation);
        Assert.False(running.IsCompleted);
        await stop.CancelAsync();
        await running;
    }

    private string FilePath => Path.Combine(_folder.Path, "snapshot.bin");

    private Task<NetworkHost> OpenAsync() => NetworkHost.OpenAsync(_folder.Info, TimeProvider.System, Cancellation);

    private static SnapshotSaver Saver(NetworkHost network, long entriesMin) =>
        new(network, network.Resume!, Limits(entriesMin), NullLogger.Instance);

    private static SavingLimits Limits(long entriesMin) =>
        new(entriesMin, ShareMin: 0.1, TimeSpan.FromMilliseconds(20));

    private async Task RunUntilSavedAsync(NetworkHost network, long entriesMin)
    {
        using var stop = new CancellationTokenSource(WaitMax);
        var running = Saver(network, entriesMin).RunAsync(stop.Token);
        while (!System.IO.File.Exists(FilePath))
        {
            await Task.Delay(20, stop.Token);
        }

        await stop.CancelAsync();
        await running;
    }

    private static string DigestOf(NetworkHost network) => SnapshotDigest.Of(network.Projection.Current.Snapshot);
}
