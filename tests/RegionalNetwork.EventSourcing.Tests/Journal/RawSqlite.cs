using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Tests.Journal;

/// <summary>The file of a journal, seen past the journal.</summary>
internal static class RawSqlite
{
    public static SqliteConnection Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()
        );
        connection.Open();
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql) => Query(connection, sql);

    public static object? Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are written in the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
