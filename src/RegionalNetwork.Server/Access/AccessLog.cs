using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Who read another council's named unpublished data: append-only, in its own file beside the journal, hash-chained, kept as
/// long as <see cref="RetentionClasses.AccessLog"/> says. The file is opened when it is first needed.
/// </summary>
/// <remarks>All members may be called from any thread at any time.</remarks>
internal sealed class AccessLog : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<string> _path;
    private readonly Action _afterwards;
    private AccessStore? _store;
    private bool _isClosed;

    private AccessLog(Func<string> path, Action afterwards) => (_path, _afterwards) = (path, afterwards);

    /// <summary>The log of a data folder.</summary>
    public static AccessLog In(DirectoryInfo data) => new(() => AccessFile.In(data), () => { });

    /// <summary>A log that goes when it is closed, for a network that has no folder.</summary>
    public static AccessLog Temporary()
    {
        DirectoryInfo? folder = null;
        return new AccessLog(
            () => AccessFile.In(folder ??= Directory.CreateTempSubdirectory("access-")),
            () => folder?.Delete(recursive: true)
        );
    }

    /// <summary>
    /// Writes what one request read; ends when it is durable. Any exception means that it is not on record: the answer must not
    /// be given. Beyond <see cref="AccessLimits.RequestRecords"/> the reads are counted and not named.
    /// </summary>
    /// <exception cref="JournalUnavailableException">
    /// The disk is full or failed, or more than <see cref="AccessLimits.QueueRequests"/> wait for it.
    /// </exception>
    /// <exception cref="ArgumentException">A record is not valid.</exception>
    public async Task RecordAsync(IReadOnlyList<AccessRecord> records, CancellationToken cancellation)
    {
        foreach (var record in records)
        {
            record.ThrowIfInvalid();
        }

        if (records.Count == 0)
        {
            return;
        }

        var store = Store();
        if (!store.Writer.TryAdd(RequestRecords.Capped(records), out var durable))
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            throw new JournalUnavailableException(
                JournalUnavailableReason.Unreachable,
                $"More than {AccessLimits.QueueRequests} requests wait for the access log {store.File.Path}. Send this one again "
                    + "later; if that goes on, check the disk.",
                innerException: null
            );
        }

        await durable.WaitAsync(cancellation);
    }

    /// <summary>What was read of a council, newest first.</summary>
    /// <param name="before">Position of the last entry of the page before; null for the first page.</param>
    /// <param name="recordsMax">1 to <see cref="AccessLimits.ReadRecords"/>.</param>
    public ValueTask<List<AccessEntry>> ReadAsync(
        string council,
        long? before,
        int recordsMax,
        CancellationToken cancellation
    ) => ReadAsync(reader => reader.Newest(council, before ?? long.MaxValue, Checked(recordsMax)), cancellation);

    /// <summary>What was read of a council in a time, oldest first: for export.</summary>
    /// <param name="after">Position of the last entry of the page before; 0 for the first page.</param>
    public ValueTask<List<AccessEntry>> ReadAsync(
        string council,
        long after,
        (DateTimeOffset From, DateTimeOffset Before) time,
        CancellationToken cancellation
    ) =>
        ReadAsync(
            reader =>
                reader.Oldest(
                    council,
                    after,
                    UnixMicroseconds.Of(time.From),
                    UnixMicroseconds.Of(time.Before),
                    AccessLimits.ReadRecords
                ),
            cancellation
        );

    /// <summary>How many records of a council are kept.</summary>
    public ValueTask<long> CountAsync(string council, CancellationToken cancellation) =>
        ReadAsync(reader => reader.Count(council), cancellation);

    /// <summary>The last record; of an empty log <see cref="AccessChain.Start"/> or the last that was deleted.</summary>
    public ValueTask<AccessHead> ReadHeadAsync(CancellationToken cancellation) =>
        ReadAsync(reader => reader.Head(), cancellation);

    /// <summary>The last record that was deleted because of its age: the chain goes on from it.</summary>
    public ValueTask<AccessHead> ReadForgottenAsync(CancellationToken cancellation) =>
        ReadAsync(reader => reader.Forgotten(), cancellation);

    /// <summary>Entries with their hashes, as they stand: for verification.</summary>
    public ValueTask<List<ChainedAccess>> ReadChainAsync(long after, int recordsMax, CancellationToken cancellation) =>
        ReadAsync(reader => reader.Chain(after, Checked(recordsMax)), cancellation);

    /// <summary>Deletes what is older than is kept. A log that was never begun is not begun for this.</summary>
    /// <returns>How many records went.</returns>
    public Task<long> ForgetAsync(DateTimeOffset now, CancellationToken cancellation) =>
        _store is null && !File.Exists(_path())
            ? Task.FromResult(0L)
            : Task.Run(
                () => AccessRetention.Forget(Store().File, RetentionClasses.AccessLog.CutOff(now)!.Value, cancellation),
                cancellation
            );

    public async ValueTask DisposeAsync()
    {
        AccessStore? store;
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

    private ValueTask<T> ReadAsync<T>(Func<AccessReader, T> read, CancellationToken cancellation) =>
        Store().ReadAsync(read, cancellation);

    /// <summary>A file that could not be opened is tried again by the next caller.</summary>
    private AccessStore Store()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _store ??= AccessStore.Open(_path());
        }
    }

    private static int Checked(int recordsMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recordsMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recordsMax, AccessLimits.ReadRecords);
        return recordsMax;
    }
}
