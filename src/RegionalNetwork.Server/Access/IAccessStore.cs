using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Where the records of an access log are kept. All members may be called from any thread at any time; each may throw a
/// <see cref="JournalUnavailableException"/>.
/// </summary>
internal interface IAccessStore : IAsyncDisposable
{
    /// <summary>Where it is, for messages, after "the access log".</summary>
    string Name { get; }

    /// <summary>Adds the records of one request. Does not wait for room: false when the queue is full.</summary>
    /// <param name="durable">Ends, with the position of the last one, when all are durable.</param>
    bool TryAdd(IReadOnlyList<AccessRecord> records, out Task<long> durable);

    /// <summary>What was read of a council, newest first.</summary>
    /// <param name="before">A position.</param>
    ValueTask<List<AccessEntry>> NewestAsync(
        string council,
        long before,
        int recordsMax,
        CancellationToken cancellation
    );

    /// <summary>What was read of a council in a time, oldest first.</summary>
    /// <param name="after">A position.</param>
    /// <param name="time">Microseconds since 1970: from the first, before the second.</param>
    ValueTask<List<AccessEntry>> OldestAsync(
        string council,
        long after,
        (long From, long Before) time,
        int recordsMax,
        CancellationToken cancellation
    );

    ValueTask<long> CountAsync(string council, CancellationToken cancellation);

    /// <summary>The last record; of an empty log <see cref="AccessChain.Start"/> or the last that was deleted.</summary>
    ValueTask<AccessHead> HeadAsync(CancellationToken cancellation);

    /// <summary>The last record that was deleted.</summary>
    ValueTask<AccessHead> ForgottenAsync(CancellationToken cancellation);

    /// <summary>Entries with their hashes, as they stand, gaps and all.</summary>
    ValueTask<List<ChainedAccess>> ChainAsync(long after, int recordsMax, CancellationToken cancellation);

    /// <summary>Deletes records from the beginning of the log while they are older than a time.</summary>
    /// <returns>How many went.</returns>
    Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellation);

    /// <summary>Has an empty log go on from the last record that another one, of which it is to be a copy, has deleted.</summary>
    /// <returns>False where it is not empty.</returns>
    Task<bool> BeginAfterAsync(AccessHead forgotten, CancellationToken cancellation);
}
