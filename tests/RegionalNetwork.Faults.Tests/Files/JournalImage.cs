using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Faults.Tests.Workload;

namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>A journal that a node wrote, as bytes, and what is in it.</summary>
/// <param name="Log">SQLite's write-ahead log; null where the node ended in good order.</param>
internal sealed record JournalImage(byte[] File, byte[]? Log, IReadOnlyList<ChainedEntry> Entries)
{
    private const string FileName = "journal.db";
    private const string LogName = FileName + "-wal";
    private const int Writes = 120;

    /// <param name="isKilled">Whether the node is killed, so that its log holds the latest entries.</param>
    public static async Task<JournalImage> TakeAsync(int seed, bool isKilled)
    {
        await using var node = new Node(number: 0, journal: null);
        await node.StartAsync();
        await WriteAsync(node, seed);
        await (isKilled ? node.KillAsync() : node.StopAsync());
        var folder = node.Data.FullName;
        var (file, log) = (Path.Combine(folder, FileName), Path.Combine(folder, LogName));
        var bytes = await System.IO.File.ReadAllBytesAsync(file);
        var logBytes = System.IO.File.Exists(log) ? await System.IO.File.ReadAllBytesAsync(log) : null;
        await using var journal = SqliteJournal.Open(file);
        return new JournalImage(bytes, logBytes, await ReadAsync(journal));
    }

    /// <summary>Writes what an image is made of.</summary>
    public static async Task WriteAsync(Node node, int seed)
    {
        var recorder = new HistoryRecorder();
        using var stop = new CancellationTokenSource();
        var working = new Clients([node], recorder, seed).RunAsync(stop.Token);
        while (recorder.Acknowledged < Writes)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        await stop.CancelAsync();
        await working;
    }

    /// <summary>Lays a damaged copy into a folder.</summary>
    public async Task LayAsync(DirectoryInfo folder, Damage damage, Random random)
    {
        var (file, log) = (Path.Combine(folder.FullName, FileName), Path.Combine(folder.FullName, LogName));
        await System.IO.File.WriteAllBytesAsync(file, Damaged(File, isLog: false));
        if (Log is not null)
        {
            await System.IO.File.WriteAllBytesAsync(log, Damaged(Log, isLog: true));
        }

        byte[] Damaged(byte[] whole, bool isLog) => damage.IsOfLog == isLog ? damage.To([.. whole], random) : whole;
    }

    public static async Task<IReadOnlyList<ChainedEntry>> ReadAsync(IJournal journal)
    {
        var entries = new List<ChainedEntry>();
        while (
            await journal.ReadChainAsync(new JournalPosition(entries.Count), EventSourcing.Limits.ReadEntries)
                is { Count: > 0 } page
        )
        {
            entries.AddRange(page);
        }

        return entries;
    }
}
