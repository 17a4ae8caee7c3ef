using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>The open file of an access log: one thread that writes, one connection that reads.</summary>
internal sealed class AccessStore : IAsyncDisposable
{
    private readonly AccessAppender _appender;
    private readonly AccessReader _reader;
    private readonly SemaphoreSlim _reading = new(1);

    private AccessStore(SqliteFile file, SqliteConnection writing, SqliteConnection reading)
    {
        File = file;
        _appender = new AccessAppender(writing);
        _reader = new AccessReader(reading);
        Writer = new GroupCommit<IReadOnlyList<AccessRecord>, long>(
            _appender.Run,
            request => request.Count * AccessLimits.NameCharacters,
            AccessLimits.QueueRequests,
            file.Translate
        );
        Writer.Start();
    }

    public SqliteFile File { get; }

    public GroupCommit<IReadOnlyList<AccessRecord>, long> Writer { get; }

    public static AccessStore Open(string path)
    {
        var file = AccessFile.Open(path);
        SqliteConnection? writing = null;
        SqliteConnection? reading = null;
        try
        {
            writing = file.ConnectWriter();
            reading = file.ConnectReader();
            return new AccessStore(file, writing, reading);
        }
        catch (SqliteException fault)
        {
            writing?.Dispose();
            reading?.Dispose();
            throw file.Translate(fault);
        }
    }

    /// <summary>A read is short and from the page cache as a rule, so it runs on the caller's thread.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<AccessReader, T> read, CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            return read(_reader);
        }
        catch (SqliteException fault)
        {
            throw File.Translate(fault);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Finishes the requests that wait, then closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await Writer.CompleteAsync();
        _appender.Dispose();
        await _reading.WaitAsync();
        _reader.Dispose();
        _reading.Dispose();
    }
}
