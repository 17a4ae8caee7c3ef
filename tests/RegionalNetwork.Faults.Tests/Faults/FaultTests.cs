using System.Diagnostics;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Faults.Tests.Workload;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>Three nodes on one journal in two PostgreSQL servers, while everything fails that can.</summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private const int Nodes = 3;

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

        var history = await JournalReading.EndAsync(
            cluster.Nodes,
            cluster.Databases.Primary.Administration,
            clients,
            recorder
        );
        var violations = HistoryChecker.Check(history);
        HistoryReport.Write(output, history, clients.Repeats, schedule.Inflicted, violations, watch.Elapsed);
        Assert.Empty(violations);
        Assert.Empty(clients.Unexpected);
        Assert.Empty(cluster.Nodes.SelectMany(node => node.Deaths));

        async Task RecoveredAsync(string fault)
        {
            var took = await Recovery.OfAsync(fault, cluster.Nodes, recorder, working, cluster.ReviveAsync);
            output.WriteLine($"{watch.Elapsed.TotalSeconds, 6:F1} s  {fault}, recovered in {took.TotalSeconds:F1} s");
        }
    }
}
