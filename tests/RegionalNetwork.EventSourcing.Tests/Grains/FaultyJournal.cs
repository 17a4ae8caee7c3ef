using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Tests.Grains;

/// <summary>A journal to which a test can do what disks and other processes do.</summary>
internal sealed class FaultyJournal(IJournal journal) : IJournal
{
    /// <summary>Runs before each append: may throw, wait, or append for another process.</summary>
    public Func<AppendRequest, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after each append is durable and before it is answered.</summary>
    public Func<AppendRequest, Task> AfterAppend { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before each read of all streams: may throw.</summary>
    public Action BeforeReadAll { get; set; } = () => { };

    public int StreamReads { get; private set; }

    /// <summary>The same journal, as another process has it.</summary>
    public IJournal Elsewhere => journal;

    public JournalPosition Head => journal.Head;

    public static JournalUnavailableException Unavailable() =>
        new(JournalUnavailableReason.Full, "Full.", innerException: null);

    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        await BeforeAppend(request);
        var result = await journal.AppendAsync(request, cancellationToken);
        await AfterAppend(request);
        return result;
    }

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
    )
    {
        StreamReads++;
        return journal.ReadStreamAsync(stream, after, entriesMax, cancellationToken);
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    ) => journal.ReadStreamsAsync(streams, after, entriesMax, cancellationToken);

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        BeforeReadAll();
        return journal.ReadAllAsync(after, entriesMax, cancellationToken);
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
