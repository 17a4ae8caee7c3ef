using System.Diagnostics;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;
using RegionalNetwork.Faults.Tests.Workload;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>Faults that came together once, and had to be told apart.</summary>
public sealed class FailoverTests
{
    private static readonly TimeSpan Jump = TimeSpan.FromHours(3);

    /// <summary>The clock of a process is looked at once a second.</summary>
    private static readonly TimeSpan ClockLook = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan RecoveryMax = TimeSpan.FromSeconds(60);

    /// <summary>What a node knows of its hosts must not count until a time by a clock that is set back meanwhile.</summary>
    [Fact]
    public async Task Node_whose_clock_was_set_back_finds_the_new_primary()
    {
        Assert.SkipUnless(FakeClock.IsInstalled, FakeClock.Missing);
        await using var cluster = await NodeCluster.TryStartAsync(nodes: 1);
        Assert.SkipWhen(cluster is null, PostgreSqlServer.Missing);
        var node = cluster.Nodes[0];
        using var http = new NodeClient(node.Token(), AnswerMax);
        node.Clock.Set(Jump);
        await Task.Delay(ClockLook, TestContext.Current.CancellationToken);
        cluster.SetLinks(node, LinkWeather.Fine with { IsOpen = false });
        await Task.Delay(ClockLook, TestContext.Current.CancellationToken);
        cluster.SetLinks(node, LinkWeather.Fine);
        await WritesAsync(http, node, "before");

        node.Clock.Set(-Jump);
        await Task.Delay(ClockLook, TestContext.Current.CancellationToken);
        await cluster.Databases.FailOverAsync();

        await WritesAsync(http, node, "after");
    }

    private static async Task WritesAsync(NodeClient http, Node node, string grain)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var attempt = await http.WriteAsync(node, Effect.Create, grain, "A title", grain);
            if (attempt.Outcome == Outcome.Acknowledged)
            {
                return;
            }

            Assert.True(
                watch.Elapsed < RecoveryMax,
                $"'{grain}' was not acknowledged for {RecoveryMax}: {attempt}. The node printed: {string.Join(" | ", node.Printed)}"
            );
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
