using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Who read another council's named unpublished data: append-only, beside the journal, in a file or in the tables that nodes share,
/// hash-chained, kept as long as <see cref="RetentionClasses.AccessLog"/> says. It is opened when it is first needed.
/// </summary>
/// <remarks>All members may be called from any thread at any time.</remarks>
internal sealed class AccessLog : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<IAccessStore> _open;
    private readonly Func<bool> _isBegun;
    private readonly Action _afterwards;
    private IAccessStore? _store;
    private bool _isClosed;

    private AccessLog(Func<IAccessStore> open, Func<bool> isBegun, Action afterwards) =>
        (_open, _isBegun, _afterwards) = (open, isBegun, afterwards);

    /// <summary>The log of a data folder.</summary>
    public static AccessLog In(DirectoryInfo data) =>
        new(() => SqliteAccessStore.Open(AccessFile.In(data)), () => File.Exists(AccessFile.In(data)), () => { });

    /// <summary>The log of all nodes, in the tables that they share.</summary>
    public static AccessLog In(SharedTables tables) => new(() => new SharedAccessStore(tables), () => true, () => { });

    /// <summary>A log that goes when it is closed, for a network that has no folder.</summary>
    public static AccessLog Temporary()
    {
        DirectoryInfo? folder = null;
        return new AccessLog(
            () => SqliteAccessStore.Open(AccessFile.In(folder ??= Directory.CreateTempSubdirectory("access-"))),
            () => folder is not null,
            () => folder?.Delete(recursive: true)
        );
    }

    /// <summary>
    /// Writes what one request read; ends when it is durable. Any exception means that it is not on record: the answer must not
    /// be given. Beyond <see cref="AccessLimits.RequestRecords"/> the reads are counted and not named.
    /// </summary>
    /// <exception cref="JournalUnavailableException">
    /// The disk or the database is full or failed, or more than <see cref="AccessLimits.QueueRequests"/> wait for it.
    /// </exception>
    /// <exception cref="ArgumentException">A record is not valid.</exception>
    public async Task RecordAsync(IReadOnlyList<AccessRecord> records, CancellationToken cancellation)
    {
        foreach (var record in records)
        {
            record.ThrowIfInvalid();
        }

        if (records.Count > 0)
        {
            await AddAsync(RequestRecords.Capped(records), cancellation);
        }
    }

    /// <summary>Writes records of another log, of which this is to be a copy, as they are; ends when they are durable.</summary>
    /// <inheritdoc cref="RecordAsync"/>
    public Task RestoreAsync(IReadOnlyList<AccessRecord> records, CancellationToken cancellation) =>
        AddAsync(records, cancellation);

    /// <summary>What was read of a council, newest first.</summary>
    /// <param name="before">Position of the last entry of the page before; null for the first page.</param>
    /// <param name="recordsMax">1 to <see cref="AccessLimits.ReadRecords"/>.</param>
    public ValueTask<List<AccessEntry>> ReadAsync(
        string council,
        long? before,
        int recordsMax,
        CancellationToken cancellation
    ) => Store().NewestAsync(council, before ?? long.MaxValue, Checked(recordsMax), cancellation);

    /// <summary>What was read of a council in a time, oldest first: for export.</summary>
    /// <param name="after">Position of the last entry of the page before; 0 for the first page.</param>
    public ValueTask<List<AccessEntry>> ReadAsync(
        string council,
        long after,
        (DateTimeOffset From, DateTimeOffset Before) time,
        CancellationToken cancellation
    ) =>
        Store()
            .OldestAsync(
                council,
                after,
                (UnixMicroseconds.Of(time.From), UnixMicroseconds.Of(time.Before)),
                AccessLimits.ReadRecords,
                cancellation
            );

    /// <summary>How many records of a council are kept.</summary>
    public ValueTask<long> CountAsync(string council, CancellationToken cancellation) =>
        Store().CountAsync(council, cancellation);

    /// <summary>The last record; of an empty log <see cref="AccessChain.Start"/> or the last that was deleted.</summary>
    public ValueTask<AccessHead> ReadHeadAsync(CancellationToken cancellation) => Store().HeadAsync(cancellation);

    /// <summary>The last record that was deleted because of its age: the chain goes on from it.</summary>
    public ValueTask<AccessHead> ReadForgottenAsync(CancellationToken cancellation) =>
        Store().ForgottenAsync(cancellation);

    /// <summary>Entries with their hashes, as they stand: for verification.</summary>
    public ValueTask<List<ChainedAccess>> ReadChainAsync(long after, int recordsMax, CancellationToken cancellation) =>
        Store().ChainAsync(after, Checked(recordsMax), cancellation);

    /// <summary>Deletes what is older than is kept. A log that was never begun is not begun for this.</summary>
    /// <returns>How many records went.</returns>
    public Task<long> ForgetAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _store is null && !_isBegun()
            ? Task.FromResult(0L)
            : Store().ForgetAsync(RetentionClasses.AccessLog.CutOff(now)!.Value, cancellation);

    /// <summary>Has an empty log go on from the last record that another one, of which it is to be a copy, has deleted.</summary>
    /// <returns>False where it is not empty.</returns>
    public Task<bool> BeginAfterAsync(AccessHead forgotten, CancellationToken cancellation) =>
        Store().BeginAfterAsync(forgotten, cancellation);

    public async ValueTask DisposeAsync()
    {
        IAccessStore? store;
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            store = _store;
        }

        if (store is not null)
        {
            await store.DisposeAsync();
        }

        _afterwards();
    }

    private async Task AddAsync(IReadOnlyList<AccessRecord> records, CancellationToken cancellation)
    {
        var store = Store();
        if (!store.TryAdd(records, out var durable))
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            throw new JournalUnavailableException(
                JournalUnavailableReason.Unreachable,
                $"More than {AccessLimits.QueueRequests} requests wait for the access log {store.Name}. Send this one again "
                    + "later; if that goes on, check the disk.",
                innerException: null
            );
        }

        await durable.WaitAsync(cancellation);
    }

    /// <summary>What could not be opened is tried again by the next caller.</summary>
    private IAccessStore Store()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _store ??= _open();
        }
    }

    private static int Checked(int recordsMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recordsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recordsMax, AccessLimits.ReadRecords);
        return recordsMax;
    }
}
