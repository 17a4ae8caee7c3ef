using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>The open file of an access log: one thread that writes, one connection that reads.</summary>
internal sealed class SqliteAccessStore : IAccessStore
{
    private readonly SqliteAccessAppender _appender;
    private readonly SqliteAccessReader _reader;
    private readonly SemaphoreSlim _reading = new(1);
    private readonly SqliteFile _file;
    private readonly GroupCommit<IReadOnlyList<AccessRecord>, long> _writer;

    private SqliteAccessStore(SqliteFile file, SqliteConnection writing, SqliteConnection reading)
    {
        _file = file;
        _appender = new SqliteAccessAppender(writing);
        _reader = new SqliteAccessReader(reading);
        _writer = new GroupCommit<IReadOnlyList<AccessRecord>, long>(
            _appender.Run,
            request => request.Count * AccessLimits.NameCharacters,
            AccessLimits.QueueRequests,
            file.Translate
        );
        _writer.Start();
    }

    public string Name => _file.Path;

    public static SqliteAccessStore Open(string path)
    {
        var file = AccessFile.Open(path);
        SqliteConnection? writing = null;
        SqliteConnection? reading = null;
        try
        {
            writing = file.ConnectWriter();
            reading = file.ConnectReader();
            return new SqliteAccessStore(file, writing, reading);
        }
        catch (SqliteException fault)
        {
            writing?.Dispose();
            reading?.Dispose();
            throw file.Translate(fault);
        }
    }

    public bool TryAdd(IReadOnlyList<AccessRecord> records, out Task<long> durable) =>
        _writer.TryAdd(records, out durable);

    public ValueTask<List<AccessEntry>> NewestAsync(
        string council,
        long before,
        int recordsMax,
        CancellationToken cancellation
    ) => ReadAsync(reader => reader.Newest(council, before, recordsMax), cancellation);

    public ValueTask<List<AccessEntry>> OldestAsync(
        string council,
        long after,
        (long From, long Before) time,
        int recordsMax,
        CancellationToken cancellation
    ) => ReadAsync(reader => reader.Oldest(council, after, time.From, time.Before, recordsMax), cancellation);

    public ValueTask<long> CountAsync(string council, CancellationToken cancellation) =>
        ReadAsync(reader => reader.Count(council), cancellation);

    public ValueTask<AccessHead> HeadAsync(CancellationToken cancellation) =>
        ReadAsync(reader => reader.Head(), cancellation);

    public ValueTask<AccessHead> ForgottenAsync(CancellationToken cancellation) =>
        ReadAsync(reader => reader.Forgotten(), cancellation);

    public ValueTask<List<ChainedAccess>> ChainAsync(long after, int recordsMax, CancellationToken cancellation) =>
        ReadAsync(reader => reader.Chain(after, recordsMax), cancellation);

    public Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellation) =>
        Task.Run(() => AccessRetention.Forget(_file, before, cancellation), cancellation);

    public Task<bool> BeginAfterAsync(AccessHead forgotten, CancellationToken cancellation) =>
        Task.Run(() => AccessRetention.BeginAfter(_file, forgotten), cancellation);

    /// <summary>Finishes the requests that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.CompleteAsync();
        _appender.Dispose();
        await _reading.WaitAsync();
        _reader.Dispose();
        _reading.Dispose();
    }

    /// <summary>A read is short and from the page cache as a rule, so it runs on the caller's thread.</summary>
    private async ValueTask<T> ReadAsync<T>(Func<SqliteAccessReader, T> read, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            return read(_reader);
        }
        catch (SqliteException fault)
        {
            throw _file.Translate(fault);
        }
        finally
        {
            _reading.Release();
        }
    }
}
