namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// The append-only, totally ordered list of all events. Positions start at 1, have no gaps and are in the order of
/// commit: who has read up to a position has seen everything up to it, and nothing will ever appear before it.
/// </summary>
/// <remarks>
/// All members may be called from any thread at any time. Broken infrastructure (disk, lock, format) throws
/// <see cref="JournalUnavailableException"/> or <see cref="JournalFormatException"/>; everything else is a value.
/// </remarks>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Position of the last entry that this instance knows. It includes every append that this instance has
    /// acknowledged, and those of other processes well within a second.
    /// </summary>
    JournalPosition Head { get; }

    /// <summary>
    /// Adds events to a stream, all or none. The task ends when they are durable. A command id that the stream has seen
    /// is answered with <see cref="AppendResult.AlreadyHandled"/> even when the expected version is stale.
    /// </summary>
    /// <remarks>
    /// An exception or cancellation leaves the outcome open: append again with the same command id to learn it.
    /// </remarks>
    /// <exception cref="JournalUnavailableException">
    /// The disk is full or failed, or another process kept the journal locked.
    /// </exception>
    Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default);

    /// <summary>What came of a command on a stream; null when the stream has no event of it.</summary>
    ValueTask<AppendResult.AlreadyHandled?> FindCommandAsync(
        StreamId stream,
        string commandId,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Entries of one stream after a version, in order: at most <paramref name="entriesMax"/>, fewer when their
    /// payloads reach <see cref="Limits.ReadPayloadBytes"/>. Empty only at the end of the stream.
    /// </summary>
    /// <param name="entriesMax">1 to <see cref="Limits.ReadEntries"/>.</param>
    ValueTask<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        StreamId stream,
        StreamVersion after,
        int entriesMax,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Entries of some streams together after a position, in the journal's order; limited as in
    /// <see cref="ReadStreamAsync"/>. Reads no payload but of what it returns. Empty only where there are no more.
    /// </summary>
    /// <param name="streams">1 to <see cref="Limits.ReadStreams"/>; one that is not there has no entries.</param>
    /// <param name="entriesMax">1 to <see cref="Limits.ReadEntries"/>.</param>
    ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Entries of all streams after a position, in order and without gaps; limited as in <see cref="ReadStreamAsync"/>.
    /// </summary>
    /// <param name="entriesMax">1 to <see cref="Limits.ReadEntries"/>.</param>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Position and hash of the last entry, which is at least every one that this instance has acknowledged; of an empty
    /// journal <see cref="EntryChain.Start"/>.
    /// </summary>
    ValueTask<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Entries of all streams with the hashes that are kept with them, as they stand: a journal with gaps is read as one
    /// with gaps. For verification; limited as <see cref="ReadStreamAsync"/>.
    /// </summary>
    /// <param name="entriesMax">1 to <see cref="Limits.ReadEntries"/>.</param>
    ValueTask<IReadOnlyList<ChainedEntry>> ReadChainAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    );

    /// <summary>
    /// Looks for damage that whoever reads all entries in order does not meet, such as an index that lacks one: grains and repeated
    /// commands would read past it. For verification; it takes as long as reading everything.
    /// </summary>
    /// <returns>A full sentence; null when nothing is wrong, or where the store cannot tell.</returns>
    ValueTask<string?> FindDamageAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>(null);

    /// <summary>
    /// Ends as soon as <see cref="Head"/> has reached the position: to follow a journal, wait for the position after
    /// the last one read.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The journal was closed.</exception>
    Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken = default);

    /// <summary>The turn of a work that one process at a time should do; null while another process has it.</summary>
    /// <param name="work">What the work is called, by every process alike.</param>
    /// <exception cref="JournalUnavailableException">Who has the turn cannot be asked.</exception>
    ValueTask<WorkTurn?> TryTakeTurnAsync(string work, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<WorkTurn?>(WorkTurn.OfOneProcess);
}
