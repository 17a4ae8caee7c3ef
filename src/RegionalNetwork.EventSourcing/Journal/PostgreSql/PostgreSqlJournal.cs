using System.Diagnostics;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// A journal in a PostgreSQL database, for any number of nodes. Appends take turns under one advisory lock and share commits
/// (group commit), so positions have no gaps and are in the order of commit, which those of an identity column are not.
/// </summary>
/// <remarks>
/// The schema <c>regional_network</c> is created and upgraded by whoever may; a role that may only read and insert is enough
/// afterwards. A server that is away is waited for (<see cref="PostgreSqlJournalOptions.ReconnectWait"/>).
/// </remarks>
public sealed class PostgreSqlJournal : IJournal
{
    private const string Kind = "journal";

    private readonly PostgreSqlDatabase _database;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _closing = new();
    private readonly PositionSignal _head;
    private readonly PostgreSqlAppender _appender;
    private readonly GroupCommit<AppendRequest, AppendResult> _writer;
    private readonly PostgreSqlReaders _readers;
    private readonly PostgreSqlWatcher _watcher;
    private int _isClosed;

    private PostgreSqlJournal(
        PostgreSqlDatabase database,
        ChainHead head,
        PostgreSqlDurability durability,
        TimeProvider time
    )
    {
        (_database, _time) = (database, time);
        Durability = durability;
        _head = new PositionSignal(head.Position);
        _readers = new PostgreSqlReaders(database, time);
        _appender = new PostgreSqlAppender(database, () => _head.Position, time, _closing.Token);
        _watcher = new PostgreSqlWatcher(database, _head, head, time);
        _writer = new GroupCommit<AppendRequest, AppendResult>(
            Append,
            request => request.PayloadBytes,
            Limits.AppendQueueRequests,
            database.Translate
        );
        _writer.Start();
    }

    public JournalPosition Head => _head.Position;

    /// <summary>How safe what is acknowledged is, as the server's settings were when the journal was opened.</summary>
    public PostgreSqlDurability Durability { get; }

    /// <summary>Database and host, for messages.</summary>
    public string Name => _database.Name;

    /// <summary>Opens the journal of a database, or begins one there.</summary>
    /// <exception cref="InvalidDataException">The connection string is none.</exception>
    /// <exception cref="JournalFormatException">
    /// The schema is another program's, or newer than this program, or there is none and none may be begun.
    /// </exception>
    /// <exception cref="JournalUnavailableException">The database cannot be reached or used.</exception>
    public static PostgreSqlJournal Open(PostgreSqlJournalOptions options, TimeProvider time) =>
        Open(options, PostgreSqlFormat.Journal, time);

    internal static PostgreSqlJournal Open(PostgreSqlJournalOptions options, PostgreSqlFormat format, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        var database = PostgreSqlDatabase.Of(options, Kind, Limits.PostgreSqlConnections);
        try
        {
            using var connection = database.Connect();
            format.Bring(connection, database);
            var durability = PostgreSqlDurability.Read(connection, database);
            using var command = new Npgsql.NpgsqlCommand(AppendTransaction.ChainHeadSql, connection);
            using var rows = command.ExecuteReader();
            return new PostgreSqlJournal(database, AppendTransaction.ReadChainHead(rows), durability, time);
        }
        catch (Exception fault)
        {
            database.Dispose();
            var meaning = database.Translate(fault);
            if (ReferenceEquals(meaning, fault))
            {
                throw;
            }

            throw meaning;
        }
    }

    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JournalTelemetry.AppendAsync(_writer, request, cancellationToken);
    }

    public async ValueTask<AppendResult.AlreadyHandled?> FindCommandAsync(
        StreamId stream,
        string commandId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(commandId);
        ThrowIfClosed();
        return await _readers.FindCommandAsync(stream, commandId, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        StreamId stream,
        StreamVersion after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReadArguments.ThrowIfInvalid(after.Value, entriesMax);
        ThrowIfClosed();
        return await _readers.ReadStreamAsync(stream, after, entriesMax, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(streams, after.Value, entriesMax);
        ThrowIfClosed();
        return await _readers.ReadStreamsAsync(streams, after, entriesMax, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(after.Value, entriesMax);
        ThrowIfClosed();
        return await _readers.ReadAllAsync(after, entriesMax, cancellationToken);
    }

    public async ValueTask<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        return await _readers.ReadChainHeadAsync(cancellationToken);
    }

    public async ValueTask<IReadOnlyList<ChainedEntry>> ReadChainAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(after.Value, entriesMax);
        ThrowIfClosed();
        return await _readers.ReadChainAsync(after, entriesMax, cancellationToken);
    }

    public Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken = default) =>
        _head.WaitForAsync(position, cancellationToken);

    public async ValueTask<WorkTurn?> TryTakeTurnAsync(string work, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(work);
        ThrowIfClosed();
        try
        {
            return await PostgreSqlTurn.TryTakeAsync(_database, work, Limits.WorkTurnLease, _time, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw _database.Translate(fault);
        }
    }

    /// <summary>Finishes the appends that wait, unless the server is away, then closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }

        await _closing.CancelAsync();
        await _writer.CompleteAsync();
        _appender.Dispose();
        await _watcher.DisposeAsync();
        _head.Stop(() => new ObjectDisposedException(nameof(PostgreSqlJournal)));
        _database.Dispose();
        _closing.Dispose();
    }

    private AppendResult[] Append(IReadOnlyList<AppendRequest> requests)
    {
        var began = Stopwatch.GetTimestamp();
        var (results, head) = _appender.Run(requests);
        JournalTelemetry.Committed(requests.Count, began);
        _head.Advance(head);
        return results;
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _isClosed) == 1, this);
}
