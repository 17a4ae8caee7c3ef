using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.InMemory;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>A journal whose entries cannot be read until the test says so: a replay that takes long.</summary>
internal sealed class SlowJournal(InMemoryJournal journal) : IJournal
{
    private readonly TaskCompletionSource _readable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalPosition Head => journal.Head;

    public void Release() => _readable.SetResult();

    /// <summary>Reading ends with a fault, as the entry of a newer version would make it.</summary>
    public void Break(Exception fault) => _readable.SetException(fault);

    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default) =>
        journal.AppendAsync(request, cancellationToken);

    public ValueTask<AppendResult.AlreadyHandled?> FindCommandAsync(
        StreamId stream,
        string commandId,
        CancellationToken cancellationToken = default
    ) => journal.FindCommandAsync(stream, commandId, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        StreamId stream,
        StreamVersion after,
        int entriesMax,
        CancellationToken cancellationToken = default
    ) => journal.ReadStreamAsync(stream, after, entriesMax, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    ) => journal.ReadStreamsAsync(streams, after, entriesMax, cancellationToken);

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        await _readable.Task.WaitAsync(cancellationToken);
        return await journal.ReadAllAsync(after, entriesMax, cancellationToken);
    }

    public ValueTask<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken = default) =>
        journal.ReadChainHeadAsync(cancellationToken);

    public ValueTask<IReadOnlyList<ChainedEntry>> ReadChainAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    ) => journal.ReadChainAsync(after, entriesMax, cancellationToken);

    public Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken = default) =>
        journal.WaitForAsync(position, cancellationToken);

    public ValueTask DisposeAsync() => journal.DisposeAsync();
}
