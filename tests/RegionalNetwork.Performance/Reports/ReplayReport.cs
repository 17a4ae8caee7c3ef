using System.Diagnostics;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Journal;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Performance.Reports;

/// <summary>
/// How long a node replays before it is ready, and with what: at half a million and at five million figures, of councils' returns and
/// of a publication in many vintages. Synthetic figures from the printed seed; nothing here passes or fails.
/// </summary>
internal static class ReplayReport
{
    private const int Seed = 301;

    /// <summary>Of 153 councils and 300 figures, or of the columns, areas and years of <see cref="SyntheticFigures"/>.</summary>
    private static readonly (int Months, int Vintages)[] Sizes = [(1, 1), (11, 0), (0, 21), (110, 0), (0, 212)];

    public static async Task<int> PrintAsync()
    {
        Console.WriteLine($"Synthetic figures, seed {Seed}; {Environment.ProcessorCount} cores; a file of SQLite.");
        Console.WriteLine("The first line is of code that runs for the first time.");
        foreach (var (months, vintages) in Sizes)
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
            await FillAsync(file, months, vintages);
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

            await PrintPartsAsync(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(string file, int months, int vintages)
    {
        await using var host = await OpenAsync(file);
        var returns = new SyntheticReturns(Seed, host);
        await returns.SetUpNetworksAsync();
        for (var month = months - 1; month >= 0; month--)
        {
            await returns.LoadAsync(returns.FilesOf(month));
        }

        var random = new Random(Seed);
        var importer = new Actor("synthetic:importer", [new Grant(Role.Operator, Place.Service)]);
        for (var vintage = 1; vintage <= vintages; vintage++)
        {
            await host.Grains.SendAsync(
                importer,
                $"import-{vintage}",
                SyntheticFigures.Import(random, vintage),
                default
            );
        }
    }

    private static Task<NetworkHost> OpenAsync(string file) =>
        NetworkHost.StartAsync(
            SqliteJournal.Open(file),
            SyntheticCollection.Definitions(),
            TimeProvider.System,
            CancellationToken.None
        );

    /// <summary>One part after the other, page by page. The fold decodes by itself, so its own share is what is left.</summary>
    private static async Task PrintPartsAsync(string file)
    {
        await using var journal = SqliteJournal.Open(file);
        var definitions = SyntheticCollection.Definitions();
        var projection = new NetworkProjection(definitions.Catalogue, definitions.TableSchemas.Collections);
        var snapshot = projection.Initial;
        var (read, decode, apply) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
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
            foreach (var entry in page)
            {
                Decode(entry);
            }

            decode += Stopwatch.GetElapsedTime(began);
            began = Stopwatch.GetTimestamp();
            snapshot = projection.Apply(snapshot, page);
            apply += Stopwatch.GetElapsedTime(began);
            bytes += page.Sum(entry => (long)entry.Payload.Length);
            position = page[^1].Position;
        }

        Console.WriteLine(
            $"    {position.Value:N0} entries, {bytes / 1_000_000.0:N0} MB: read {read.TotalSeconds:0.00} s, JSON {decode.TotalSeconds:0.00} s, "
                + $"fold {(apply - decode).TotalSeconds:0.00} s"
        );
    }

    private static void Decode(JournalEntry entry) =>
        _ = entry.Stream.Category switch
        {
            StreamCategories.Return => (object)EventRegistries.Returns.Decode(entry),
            StreamCategories.CollectionRound => EventRegistries.Rounds.Decode(entry),
            StreamCategories.Publication => EventRegistries.Publications.Decode(entry),
            StreamCategories.Network => EventRegistries.Networks.Decode(entry),
            _ => entry,
        };
}
