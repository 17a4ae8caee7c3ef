using System.Threading.Channels;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>
/// The read connections of a journal, opened at the start so that no read can fail for want of one later. Whoever finds
/// none free waits without holding a thread.
/// </summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly SqliteFile _file;
    private readonly Channel<SqliteReadSession> _free = Channel.CreateBounded<SqliteReadSession>(Limits.SqliteReaders);

    public SqliteReaders(SqliteFile file)
    {
        _file = file;
        for (var i = 0; i < Limits.SqliteReaders; i++)
        {
            _free.Writer.TryWrite(new SqliteReadSession(file.ConnectReader()));
        }
    }

    /// <summary>A read is short and from the page cache as a rule, so it runs on the caller's thread.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<SqliteReadSession, T> read, CancellationToken cancellationToken)
    {
        var session = await TakeAsync(cancellationToken);
        try
        {
            return read(session);
        }
        catch (Exception fault)
        {
            var meaning = _file.Translate(fault);
            if (ReferenceEquals(meaning, fault))
            {
                throw;
            }

            throw meaning;
        }
        finally
        {
            Return(session);
        }
    }

    public void Dispose()
    {
        _free.Writer.TryComplete();
        while (_free.Reader.TryRead(out var session))
        {
            session.Dispose();
        }
    }

    private async ValueTask<SqliteReadSession> TakeAsync(CancellationToken cancellationToken)
    {
        while (await _free.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_free.Reader.TryRead(out var session))
            {
                return session;
            }
        }
        throw new ObjectDisposedException(nameof(SqliteJournal));
    }

    private void Return(SqliteReadSession session)
    {
        if (!_free.Writer.TryWrite(session))
        {
            session.Dispose();
        }
    }
}
