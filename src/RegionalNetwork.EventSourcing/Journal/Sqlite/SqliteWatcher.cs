using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>
/// Notices entries of other processes: <c>data_version</c> changes when another connection has committed and costs no
/// more than a look at shared memory (https://sqlite.org/pragma.html#pragma_data_version).
/// </summary>
internal sealed class SqliteWatcher : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _dataVersion;
    private readonly SqliteStatement _headPosition;
    private readonly PositionSignal _head;
    private readonly PeriodicTimer _timer;
    private readonly Task _running;
    private long _seen;

    public SqliteWatcher(SqliteConnection connection, PositionSignal head, TimeSpan interval, TimeProvider time)
    {
        (_connection, _head) = (connection, head);
        _dataVersion = new SqliteStatement(connection, "PRAGMA data_version", 0);
        _headPosition = new SqliteStatement(connection, SqliteReadSession.HeadSql, 0);
        _timer = new PeriodicTimer(interval, time);
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _running;
        _dataVersion.Dispose();
        _headPosition.Dispose();
        _connection.Dispose();
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            try
            {
                Look();
            }
            catch (SqliteException)
            {
                // Look again at the next tick. Whoever reads or appends meets the same fault and is told of it; if it
                // passes, nothing was missed, since the head counts and not the change.
            }
        }
    }

    private void Look()
    {
        var version = _dataVersion.QueryNumber()!.Value;
        if (version != _seen)
        {
            _head.Advance(new JournalPosition(_headPosition.QueryNumber()!.Value));
            _seen = version;
        }
    }
}
