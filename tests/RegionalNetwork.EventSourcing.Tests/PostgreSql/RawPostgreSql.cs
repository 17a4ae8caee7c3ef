using Npgsql;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>What others do in the database of a journal.</summary>
internal sealed class RawPostgreSql : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private RawPostgreSql(NpgsqlConnection connection) => _connection = connection;

    /// <summary>Takes the append lock, as a node in the middle of an append.</summary>
    public static async Task<RawPostgreSql> LockAsync(string database)
    {
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var raw = new RawPostgreSql(connection);
        await raw.ExecuteAsync("SELECT pg_advisory_lock(1380862513)");
        return raw;
    }

    /// <summary>Changes a journal as a superuser can, past its triggers.</summary>
    public static async Task TamperAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var raw = new RawPostgreSql(connection);
        await raw.ExecuteAsync("SET session_replication_role = replica");
        await raw.ExecuteAsync(sql);
    }

    public Task ReleaseAsync() => ExecuteAsync("SELECT pg_advisory_unlock_all()");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
