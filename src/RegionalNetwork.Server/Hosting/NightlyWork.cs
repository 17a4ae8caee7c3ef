using RegionalNetwork.Server.Telemetry;

namespace RegionalNetwork.Server.Hosting;

/// <summary>
/// Does nightly tasks at the start and each night. Shared work is done by one node at a time: each node waits for its turn and then
/// looks at what is left, which is nothing where another has done it. So a node that dies in the midst leaves the rest to the next,
/// and what failed is tried again soon, not the night after.
/// </summary>
internal sealed class NightlyWork(NetworkHost network, ILogger log)
{
    /// <summary>Pause before a task is tried again that had no turn or failed; each further one is twice as long.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(15);

    public static readonly TimeSpan RetryPauseMax = TimeSpan.FromMinutes(15);

    /// <summary>The longest sleep: a clock that is put right meanwhile is noticed by then.</summary>
    private static readonly TimeSpan SleepMax = TimeSpan.FromMinutes(10);

    /// <inheritdoc cref="RunAsync(NightlyTask, CancellationToken)"/>
    public Task RunAsync(IReadOnlyList<NightlyTask> tasks, CancellationToken cancellation) =>
        Task.WhenAll(tasks.Select(task => Task.Run(() => RunAsync(task, cancellation), CancellationToken.None)));

    /// <summary>Ends when it is cancelled, never with an exception.</summary>
    public async Task RunAsync(NightlyTask task, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await FinishAsync(task, cancellation);
                await SleepUntilAsync(task.DueAfter(network.Clock.GetUtcNow()), cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server stops; what is left is done by another node, or after the next start.
        }
    }

    /// <summary>Once, if this node may.</summary>
    /// <returns>Whether nothing is left to do.</returns>
    public async Task<bool> TryAsync(NightlyTask task, CancellationToken cancellation)
    {
        try
        {
            var isFinished = task.IsShared
                ? await TryInTurnAsync(task, cancellation)
                : await task.RunAsync(cancellation);
            ServerMeters.CountNightly(task.Name, isFinished ? "finished" : "unfinished");
            return isFinished;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            ServerMeters.CountNightly(task.Name, "failed");
            LogMessages.NightlyTaskFailed(log, task.Name, fault);
            return false;
        }
    }

    private async Task FinishAsync(NightlyTask task, CancellationToken cancellation)
    {
        var pause = RetryPause;
        while (!await TryAsync(task, cancellation))
        {
            await Task.Delay(pause, network.Clock, cancellation);
            pause = pause * 2 < RetryPauseMax ? pause * 2 : RetryPauseMax;
        }
    }

    private async Task<bool> TryInTurnAsync(NightlyTask task, CancellationToken cancellation)
    {
        await using var turn = await network.Journal.TryTakeTurnAsync(task.Name, cancellation);
        if (turn is null)
        {
            return false;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Lost, cancellation);
        // What whoever had the turn before has done must be seen, or it would be tried again.
        var end = await network.Journal.ReadChainHeadAsync(either.Token);
        await network.Projection.WaitForAsync(end.Position, either.Token);
        return await task.RunAsync(either.Token);
    }

    private async Task SleepUntilAsync(DateTimeOffset due, CancellationToken cancellation)
    {
        while (due - network.Clock.GetUtcNow() is { Ticks: > 0 } left)
        {
            await Task.Delay(left < SleepMax ? left : SleepMax, network.Clock, cancellation);
        }
    }
}
