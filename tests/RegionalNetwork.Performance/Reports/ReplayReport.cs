using System.Diagnostics;
using RegionalNetwork.EventSourcing;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// How long a node replays before it is ready, and with what: at half a million figures and more, of councils' returns and of a
/// publication in many vintages. Synthetic figures from the printed seed; nothing here passes or fails.
/// </summary>
internal static class ReplayReport
{
    private const int Seed = 301;

    /// <summary>Of 153 councils and 300 figures, or of the columns, areas and years of <see cref="SyntheticFigures"/>: 46,000 or
    /// 23,500 figures each.</summary>
    private static readonly (int Months, int Vintages)[] Sizes =
    [
        (1, 1),
        (11, 0),
        (0, 21),
        (11, 21),
        (110, 0),
        (0, 212),
        (110, 212),
    ];

    /// <summary>A hundred million figures: 2 GB of journal, and some minutes.</summary>
    private static readonly (int Months, int Vintages)[] LargeSizes = [(1, 1), (1100, 2120)];

    public static async Task<int> PrintAsync(bool large)
    {
        Console.WriteLine($"Synthetic figures, seed {Seed}; {Environment.ProcessorCount} cores; a file of SQLite.");
        Console.WriteLine("The first line is of code that runs for the first time.");
        foreach (var (months, vintages) in large ? LargeSizes : Sizes)
        {
            await MeasureAsync(months, vintages);
        }

        return 0;
    }

    private static async Task MeasureAsync(int months, int vintages)
    {
        var folder = Directory.CreateTempSubdirectory("regional-network-replay-");
        var file = Path.Combine(folder.FullName, JournalPlace.FileName);
        try
        {
            await SyntheticJournal.FillAsync(file, Seed, months, vintages);
            GC.Collect();
            var began = Stopwatch.GetTimestamp();
            await using (await OpenAsync(file))
            {
                var start = Stopwatch.GetElapsedTime(began);
                var memory = GC.GetTotalMemory(forceFullCollection: true) / 1_000_000;
                Console.WriteLine(
                    $"{months, 3} months of returns, {vintages, 3} vintages: start {start.TotalSeconds, 6:0.00} s, memory {memory} MB"
                );
            }

            await PrintFromSavedAsync(file, folder);
            await PrintPartsAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<NetworkHost> OpenAsync(string file, SnapshotFile? saved = null) =>
        NetworkHost.StartAsync(
            SqliteJournal.Open(file),
            SyntheticCollection.Definitions(),
            TimeProvider.System,
            CancellationToken.None,
            saved
        );

    /// <summary>Starts, saves a snapshot, and starts from it.</summary>
    private static async Task PrintFromSavedAsync(string file, DirectoryInfo folder)
    {
        var saved = SnapshotFile.In(folder);
        var began = Stopwatch.GetTimestamp();
        await using (var network = await OpenAsync(file, saved))
        {
            began = Stopwatch.GetTimestamp();
            await saved.WriteAsync(network.Projection.Current, network.Journal, CancellationToken.None);
        }

        var writing = Stopwatch.GetElapsedTime(began);
        GC.Collect();
        began = Stopwatch.GetTimestamp();
        await using (var network = await OpenAsync(file, saved))
        {
            var start = Stopwatch.GetElapsedTime(began);
            var memory = GC.GetTotalMemory(forceFullCollection: true) / 1_000_000;
            Console.WriteLine(
                $"    from a saved snapshot: start {start.TotalSeconds:0.00} s, memory {memory} MB; saved in {writing.TotalSeconds:0.00} s, "
                    + $"{folder.GetFiles("snapshot.bin")[0].Length / 1_000_000} MB"
            );
            if (network.Resume!.Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal);
            }
        }
    }

    /// <summary>One part after the other, page by page; a start does them beside each other.</summary>
    private static async Task PrintPartsAsync(string file)
    {
        await using var journal = SqliteJournal.Open(file);
        var definitions = SyntheticCollection.Definitions();
        var projection = NetworkProjection.Of(definitions);
        var snapshot = projection.Initial;
        var (read, decode, fold) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        var (position, bytes) = (JournalPosition.Start, 0L);
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await journal.ReadAllAsync(position, Limits.ReadEntries);
            read += Stopwatch.GetElapsedTime(began);
            if (page.Count == 0)
            {
                break;
            }

            began = Stopwatch.GetTimestamp();
            var apply = projection.Read(page);
            decode += Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            snapshot = apply(snapshot);
            fold += Stopwatch.GetElapsedTime(began);
            bytes += page.Sum(entry => (long)entry.Payload.Length);
            position = page[^1].Position;
        }

        Console.WriteLine(
            $"    {position.Value:N0} entries, {bytes / 1_000_000.0:N0} MB: read {read.TotalSeconds:0.00} s, JSON {decode.TotalSeconds:0.00} s, "
                + $"fold {fold.TotalSeconds:0.00} s"
        );
    }
}
