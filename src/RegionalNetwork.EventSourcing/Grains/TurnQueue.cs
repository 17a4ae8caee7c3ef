namespace RegionalNetwork.EventSourcing.Grains;

/// <summary>One turn at a time, strictly in order of arrival: everybody waits for the one before.</summary>
internal sealed class TurnQueue
{
    private Task _last = Task.CompletedTask;

    /// <param name="cancellationToken">
    /// Ends the wait. A turn that has begun ends by itself: to cancel it would leave its outcome open.
    /// </param>
    public async Task<T> RunAsync<T>(Func<Task<T>> turn, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var before = Interlocked.Exchange(ref _last, mine.Task);
        try
        {
            await before.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            _ = PassOnAsync(before, mine);
            throw;
        }
        try
        {
            return await turn();
        }
        finally
        {
            mine.SetResult();
        }
    }

    /// <summary>Whoever gave up must not let the next one in before its time.</summary>
    private static async Task PassOnAsync(Task before, TaskCompletionSource mine)
    {
        await before;
        mine.SetResult();
    }
}
