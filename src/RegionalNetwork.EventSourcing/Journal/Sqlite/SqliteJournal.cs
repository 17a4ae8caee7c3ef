using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>
/// A journal in one SQLite file, in WAL mode with <c>synchronous=FULL</c>: what it acknowledges survives a crash of the
/// process and of the machine. Several processes on one machine may use the same file; it must not be on a network
/// share.
/// </summary>
public sealed class SqliteJournal : IJournal
{
    private readonly PositionSignal _head;
    private readonly SqliteAppender _appender;
    private readonly GroupCommit<AppendRequest, AppendResult> _writer;
    private readonly SqliteReaders _readers;
    private readonly SqliteWatcher _watcher;
    private int _isClosed;

    private SqliteJournal(
        SqliteFile file,
        SqliteConnection writing,
        SqliteConnection watching,
        SqliteReaders readers,
        SqliteJournalOptions options,
        TimeProvider time
    )
    {
        // What can fail comes before what starts to run.
        _appender = new SqliteAppender(writing);
        _head = new PositionSignal(new JournalPosition(SqliteFile.ReadNumber(watching, SqliteReadSession.HeadSql)));
        _watcher = new SqliteWatcher(watching, _head, options.PollInterval, time);
        _readers = readers;
        _writer = new GroupCommit<AppendRequest, AppendResult>(
            Append,
            request => request.PayloadBytes,
            Limits.AppendQueueRequests,
            file.Translate
        );
        _writer.Start();
    }

    public JournalPosition Head => _head.Position;

    /// <summary>Opens the journal at the path, or begins one there.</summary>
    /// <exception cref="JournalFormatException">
    /// The file is something else, is damaged, or is newer than this program.
    /// </exception>
    /// <exception cref="JournalUnavailableException">The file cannot be created, read or written.</exception>
    public static SqliteJournal Open(string path) => Open(SqliteJournalOptions.At(path), TimeProvider.System);

    /// <inheritdoc cref="Open(string)"/>
    public static SqliteJournal Open(SqliteJournalOptions options, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BytesMax, 64 * 1024, nameof(options));
        var file = SqliteFile.Open(JournalFormat.Sqlite, options.Path, options.BytesMax, options.BusyWait);
        SqliteConnection? writing = null;
        SqliteConnection? watching = null;
        SqliteReaders? readers = null;
        try
        {
            writing = file.ConnectWriter();
            watching = file.ConnectReader();
            readers = new SqliteReaders(file);
            return new SqliteJournal(file, writing, watching, readers, options, time);
        }
        catch (SqliteException fault)
        {
            writing?.Dispose();
            watching?.Dispose();
            readers?.Dispose();
            throw file.Translate(fault);
        }
    }

    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return JournalTelemetry.AppendAsync(_writer, request, cancellationToken);
    }

    public ValueTask<AppendResult.AlreadyHandled?> FindCommandAsync(
        StreamId stream,
        string commandId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(commandId);
        return _readers.ReadAsync(session => session.FindCommand(stream, commandId), cancellationToken);
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamAsync(
        StreamId stream,
        StreamVersion after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReadArguments.ThrowIfInvalid(after.Value, entriesMax);
        return _readers.ReadAsync<IReadOnlyList<JournalEntry>>(
            s => s.ReadStream(stream, after, entriesMax),
            cancellationToken
        );
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(streams, after.Value, entriesMax);
        return _readers.ReadAsync<IReadOnlyList<JournalEntry>>(
            s => s.ReadStreams(streams, after, entriesMax),
            cancellationToken
        );
    }

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(after.Value, entriesMax);
        return _readers.ReadAsync<IReadOnlyList<JournalEntry>>(s => s.ReadAll(after, entriesMax), cancellationToken);
    }

    public ValueTask<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(session => session.ReadChainHead(), cancellationToken);

    public ValueTask<IReadOnlyList<ChainedEntry>> ReadChainAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken = default
    )
    {
        ReadArguments.ThrowIfInvalid(after.Value, entriesMax);
        return _readers.ReadAsync<IReadOnlyList<ChainedEntry>>(s => s.ReadChain(after, entriesMax), cancellationToken);
    }

    public ValueTask<string?> FindDamageAsync(CancellationToken cancellationToken = default) =>
        _readers.ReadAsync(session => session.FindDamage(), cancellationToken);

    public Task WaitForAsync(JournalPosition position, CancellationToken cancellationToken = default) =>
        _head.WaitForAsync(position, cancellationToken);

    /// <summary>Finishes the appends that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
        {
            return;
        }
        await _writer.CompleteAsync();
        _appender.Dispose();
        await _watcher.DisposeAsync();
        _readers.Dispose();
        _head.Stop(() => new ObjectDisposedException(nameof(SqliteJournal)));
    }

    private AppendResult[] Append(IReadOnlyList<AppendRequest> requests)
    {
        var began = Stopwatch.GetTimestamp();
        var (results, head) = _appender.Run(requests);
        JournalTelemetry.Committed(requests.Count, began);
        _head.Advance(head);
        return results;
    }
}
