using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Faults.Tests.Workload;
using RegionalNetwork.Server.Tests.CommandLine;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Files;

/// <summary>One node on a journal in a file, which is killed, paused and left without space.</summary>
public sealed class FileFaultTests(ITestOutputHelper output)
{
    /// <summary>Room for the journal, its log and the access log of a test.</summary>
    private const int DiskBytes = 64 * 1024 * 1024;

    [Fact]
    public async Task Every_promise_holds_on_a_disk_that_is_full_and_a_node_that_dies()
    {
        var seed = FaultsMode.Seed;
        output.WriteLine($"Seed {seed}.");
        await using var node = new Node(number: 0, journal: null);
        await using var disk = await SmallDisk.MountAsync(node.Data.FullName, DiskBytes);
        node.Clock.Set(TimeSpan.Zero);
        await node.StartAsync();
        var (recorder, watch, inflicted) = (new HistoryRecorder(), Stopwatch.StartNew(), new List<string>());
        var clients = new Clients([node], recorder, seed);
        using var stop = new CancellationTokenSource();
        var working = clients.RunAsync(stop.Token);
        try
        {
            var random = new Random(seed);
            for (var round = 0; round < FaultsMode.FileRounds; round++)
            {
                foreach (var (name, run) in Faults(node, disk, random))
                {
                    inflicted.Add(name);
                    await run();
                    await Recovery.OfAsync(name, [node], recorder, working, () => Task.CompletedTask);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }

        await clients.ReadAllAsync(atLeast: 0);
        await node.StopAsync();
        var verified = await CommandLineRun.OfAsync("verify", "--data", node.Data.FullName);
        Assert.True(verified.ExitCode == 0, verified.Error);
        await using var journal = SqliteJournal.Open(Path.Combine(node.Data.FullName, "journal.db"));
        var history = recorder.With(await JournalReading.OfAsync(journal));
        var violations = HistoryChecker.Check(history);
        HistoryReport.Write(output, history, clients.Repeats, inflicted, violations, watch.Elapsed);
        Assert.Empty(violations);
        Assert.Empty(clients.Unexpected);
        Assert.Empty(node.Deaths);
    }

    private static (string Name, Func<Task> RunAsync)[] Faults(Node node, SmallDisk disk, Random random)
    {
        (string, Func<Task>)[] faults =
        [
            ("node killed", node.RestartAsync),
            (
                "node paused",
                async () =>
                {
                    await node.PauseAsync();
                    await HoldAsync();
                    await node.ResumeAsync();
                }
            ),
            (
                "disk full",
                async () =>
                {
                    disk.Fill();
                    await HoldAsync();
                    disk.MakeSpace();
                }
            ),
            (
                "node killed with its disk full",
                async () =>
                {
                    disk.Fill();
                    await HoldAsync();
                    await node.KillAsync();
                    disk.MakeSpace();
                    await node.StartAsync();
                }
            ),
        ];
        random.Shuffle(faults);
        return faults;

        Task HoldAsync() => Task.Delay(random.Next(200, 1_500));
    }
}
