using System.Diagnostics;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Faults.Tests.Workload;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>Three nodes on one journal in two PostgreSQL servers, while everything fails that can.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Nodes = 3;

    /// <summary>Time from the end of a fault until every node acknowledges writes again.</summary>
    private static readonly TimeSpan RecoveryMax = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Every_promise_holds_whatever_fails()
    {
        for (var round = 0; round < FaultsMode.Rounds; round++)
        {
            await using var cluster = await NodeCluster.TryStartAsync(Nodes);
            Assert.SkipWhen(cluster is null, PostgreSqlServer.Missing);
            await RunAsync(cluster, unchecked(FaultsMode.Seed + round));
        }
    }

    private async Task RunAsync(NodeCluster cluster, int seed)
    {
        output.WriteLine($"Seed {seed}. {(FakeClock.IsInstalled ? "Clocks jump." : FakeClock.Missing)}");
        var watch = Stopwatch.StartNew();
        var (recorder, schedule) = (new HistoryRecorder(), new FaultSchedule(cluster, seed));
        var clients = new Clients(cluster.Nodes, recorder, seed);
        using var stop = new CancellationTokenSource();
        var working = clients.RunAsync(stop.Token);
        try
        {
            await RecoveredAsync("the start");
            await schedule.EachAsync(RecoveredAsync);
            for (var i = 0; i < FaultsMode.FaultsTogether; i++)
            {
                await schedule.TogetherAsync(RecoveredAsync);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }

        var history = await EndAsync(cluster, clients, recorder);
        var violations = HistoryChecker.Check(history);
        HistoryReport.Write(output, history, clients.Repeats, schedule.Inflicted, violations, watch.Elapsed);
        Assert.Empty(violations);
        Assert.Empty(clients.Unexpected);
        Assert.Empty(cluster.Nodes.SelectMany(node => node.Deaths));

        async Task RecoveredAsync(string fault)
        {
            var (since, waiting) = (recorder.Step(), Stopwatch.StartNew());
            while (cluster.Nodes.FirstOrDefault(node => !recorder.HasAcknowledgedSince(since, node.Number)) is { } late)
            {
                Assert.True(
                    waiting.Elapsed < RecoveryMax,
                    $"Seed {seed}: node {late.Number} acknowledged nothing for {RecoveryMax} after {fault}."
                );
                Assert.False(working.IsFaulted, working.Exception?.ToString());
                await cluster.ReviveAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }

            output.WriteLine(
                $"{watch.Elapsed.TotalSeconds, 6:F1} s  {fault}, recovered in {waiting.Elapsed.TotalSeconds:F1} s"
            );
        }
    }

    /// <summary>Every node reads everything once more and is stopped; then the journal itself is read and verified.</summary>
    private static async Task<RecordedHistory> EndAsync(NodeCluster cluster, Clients clients, HistoryRecorder recorder)
    {
        var database = cluster.Databases.Primary.Administration;
        await using var journal = PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
        await clients.ReadAllAsync(journal.Head.Value);
        foreach (var node in cluster.Nodes)
        {
            Assert.Equal(0, await node.StopAsync());
        }

        var verified = await CommandLineRun.OfAsync(
            "verify",
            "--data",
            cluster.Nodes[0].Data.FullName,
            "--journal",
            database
        );
        Assert.True(verified.ExitCode == 0, verified.Error);
        return recorder.With(await JournalReading.OfAsync(journal));
    }
}
