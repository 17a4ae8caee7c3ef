using System.Diagnostics;
using Npgsql;
using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Stores;

/// <summary>Something of a database that a test keeps locked until it is disposed of.</summary>
internal sealed class HeldLock : IAsyncDisposable
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string _database;
    private readonly NpgsqlConnection _connection;

    private HeldLock(string database)
    {
        _database = database;
        _connection = new NpgsqlConnection(database + ";Pooling=false");
    }

    /// <param name="sql">What takes the lock, until the end of its transaction.</param>
    public static async Task<HeldLock> TakeAsync(string database, string sql)
    {
        var held = new HeldLock(database);
        await held._connection.OpenAsync();
        await held._connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, held._connection);
        await command.ExecuteNonQueryAsync();
        return held;
    }

    /// <summary>Until somebody waits for a lock in this database.</summary>
    public async Task WaitUntilWaitedForAsync()
    {
        var watch = Stopwatch.StartNew();
        while (
            await PostgreSqlServer.QueryAsync(
                _database,
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
                is 0L
        )
        {
            Assert.True(watch.Elapsed < WaitMax, "Nobody waits for it.");
            await Task.Delay(Pause);
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
