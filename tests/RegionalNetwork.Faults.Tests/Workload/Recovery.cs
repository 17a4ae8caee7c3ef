using System.Diagnostics;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Faults.Tests.History;

namespace RegionalNetwork.Faults.Tests.Workload;

/// <summary>The time from the end of a fault until every node acknowledges writes again.</summary>
internal static class Recovery
{
    private static readonly TimeSpan Max = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    /// <param name="working">The clients.</param>
    /// <param name="revive">Starts again what has ended, as a service manager does.</param>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> OfAsync(
        string fault,
        IReadOnlyList<Node> nodes,
        HistoryRecorder recorder,
        Task working,
        Func<Task> revive
    )
    {
        var (since, waiting) = (recorder.Step(), Stopwatch.StartNew());
        while (nodes.FirstOrDefault(node => !recorder.HasAcknowledgedSince(since, node.Number)) is { } late)
        {
            Assert.True(waiting.Elapsed < Max, $"Node {late.Number} acknowledged nothing for {Max} after: {fault}.");
            Assert.False(working.IsFaulted, working.Exception?.ToString());
            await revive();
            await Task.Delay(LookInterval);
        }

        return waiting.Elapsed;
    }
}
