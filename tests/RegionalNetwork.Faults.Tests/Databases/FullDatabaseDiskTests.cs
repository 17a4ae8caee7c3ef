using System.Diagnostics;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Faults.Tests.Workload;

namespace RegionalNetwork.Faults.Tests.Databases;

/// <summary>
/// Two nodes on a journal in PostgreSQL whose disk is full, again and again: writes are refused and nothing acknowledged is lost,
/// queries go on being answered, and so do writes once there is space.
/// </summary>
public sealed class FullDatabaseDiskTests(ITestOutputHelper output)
{
    private const string SaysThatItIsFull = "its disk is full";

    /// <summary>Until the last free bytes are used up and the first write is refused.</summary>
    private static readonly TimeSpan NoticeMax = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan ReadMax = TimeSpan.FromSeconds(20);

    private readonly List<string> _inflicted = [];

    [Theory]
    [InlineData(DiskUse.Tables)]
    [InlineData(DiskUse.Log)]
    public async Task Every_promise_holds_on_a_database_whose_disk_is_full(DiskUse use)
    {
        var seed = FaultsMode.Seed;
        output.WriteLine($"Seed {seed}.");
        await using var database = await SmallDatabase.StartAsync(use);
        await using var first = new Node(number: 0, database.Journal);
        await using var second = new Node(number: 1, database.Journal);
        second.UseKeysOf(first);
        await first.StartAsync();
        await second.StartAsync();
        Node[] nodes = [first, second];
        var (recorder, watch) = (new HistoryRecorder(), Stopwatch.StartNew());
        var clients = new Clients(nodes, recorder, seed);
        using var stop = new CancellationTokenSource();
        var working = clients.RunAsync(stop.Token);
        try
        {
            await RecoveredAsync("the start");
            for (var round = 0; round < FaultsMode.DiskRounds; round++)
            {
                foreach (var meanwhile in MeanwhileOf(use))
                {
                    await FillAsync(database, use, nodes, clients, meanwhile);
                    await RecoveredAsync(_inflicted[^1]);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }

        var history = await JournalReading.EndAsync(nodes, database.Journal, clients, recorder);
        var violations = HistoryChecker.Check(history);
        HistoryReport.Write(output, history, clients.Repeats, _inflicted, violations, watch.Elapsed);
        Assert.Empty(violations);
        Assert.Empty(clients.Unexpected);
        Assert.Empty(nodes.SelectMany(node => node.Deaths));

        async Task RecoveredAsync(string fault)
        {
            var took = await Recovery.OfAsync(fault, nodes, recorder, working, database.Server.ReviveAsync);
            output.WriteLine($"{watch.Elapsed.TotalSeconds, 6:F1} s  {fault}, recovered in {took.TotalSeconds:F1} s");
        }
    }

    /// <summary>A start of a node takes its time, so the short form has one that shows something: it needs no space in tables.</summary>
    private static Meanwhile[] MeanwhileOf(DiskUse use) =>
        FaultsMode.IsLong ? Enum.GetValues<Meanwhile>()
        : use == DiskUse.Tables ? [Meanwhile.Nothing, Meanwhile.NodeKilled]
        : [Meanwhile.Nothing, Meanwhile.ServerKilled];

    /// <summary>Fills the disk, waits until that is noticed, asks every node, and makes space.</summary>
    private async Task FillAsync(
        SmallDatabase database,
        DiskUse use,
        Node[] nodes,
        Clients clients,
        Meanwhile meanwhile
    )
    {
        _inflicted.Add($"disk of the {use} full{(meanwhile == Meanwhile.Nothing ? "" : $", {meanwhile}")}");
        clients.Excuses.Clear();
        database.Server.Log.Clear();
        database.Disk.Fill();
        await NoticedAsync(database, use, clients);
        await AssertReadsAsync(nodes);
        if (meanwhile == Meanwhile.ServerKilled)
        {
            await database.Server.KillAllAsync();
            await AssertReadsAsync(nodes);
        }

        if (meanwhile == Meanwhile.NodeKilled)
        {
            await nodes[1].KillAsync();
        }

        if (meanwhile == Meanwhile.NodeKilled && use == DiskUse.Tables)
        {
            // A start needs to read, and no space.
            await nodes[1].StartAsync();
            await AssertReadsAsync(nodes);
        }

        database.Disk.MakeSpace();
        await database.ReviveAsync();
        if (nodes[1].Address is null)
        {
            await nodes[1].StartAsync();
        }
    }

    /// <summary>Waits until a write was refused because the disk is full, or the server has panicked.</summary>
    private static async Task NoticedAsync(SmallDatabase database, DiskUse use, Clients clients)
    {
        var watch = Stopwatch.StartNew();
        while (
            use == DiskUse.Tables
                ? !clients.Excuses.Any(said => said.Contains(SaysThatItIsFull, StringComparison.Ordinal))
                : !database.Server.Log.Any(line => line.Contains("PANIC", StringComparison.Ordinal))
        )
        {
            Assert.True(watch.Elapsed < NoticeMax, $"Nobody noticed a full disk for {NoticeMax}.");
            await (use == DiskUse.Log ? database.WriteLogAsync() : Task.Delay(LookInterval));
        }
    }

    private static async Task AssertReadsAsync(Node[] nodes)
    {
        using var http = new NodeClient(nodes[0].Token(), ReadMax);
        foreach (var node in nodes)
        {
            var read = await http.ReadAsync(node, "none", atLeast: 0);
            Assert.True(read is { Position: > 0 }, $"Node {node.Number} did not answer while the disk was full.");
        }
    }

    /// <summary>What else happens while it is full.</summary>
    private enum Meanwhile
    {
        Nothing,
        NodeKilled,
        ServerKilled,
    }
}
