namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>An append that waits for the writer, and its answer to come.</summary>
internal sealed class PendingAppend(AppendRequest request)
{
    // The caller must not run on the thread that commits.
    private readonly TaskCompletionSource<AppendResult> _result = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public AppendRequest Request { get; } = request;

    public Task<AppendResult> Result => _result.Task;

    public void Acknowledge(AppendResult result) => _result.SetResult(result);

    public void Fail(Exception fault) => _result.SetException(fault);
}
