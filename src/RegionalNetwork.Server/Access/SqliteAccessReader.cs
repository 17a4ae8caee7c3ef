using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>A connection that reads the log. One caller at a time uses it.</summary>
internal sealed class SqliteAccessReader : IDisposable
{
    /// <summary>The last record; of an empty log the last that was deleted.</summary>
    public const string HeadSql =
        "SELECT position, hash, at FROM (SELECT position, hash, at FROM records ORDER BY position DESC LIMIT 1) "
        + "UNION ALL SELECT position, hash, at FROM forgotten LIMIT 1";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _newest;
    private readonly SqliteStatement _oldest;
    private readonly SqliteStatement _count;
    private readonly SqliteStatement _chain;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _forgotten;

    public SqliteAccessReader(SqliteConnection connection)
    {
        _connection = connection;
        _newest = new SqliteStatement(
            connection,
            AccessRows.Columns + " FROM records WHERE council = $1 AND position < $2 ORDER BY position DESC LIMIT $3",
            3
        );
        _oldest = new SqliteStatement(
            connection,
            AccessRows.Columns
                + " FROM records WHERE council = $1 AND position > $2 AND at >= $3 AND at < $4 ORDER BY position LIMIT $5",
            5
        );
        _count = new SqliteStatement(connection, "SELECT count(*) FROM records WHERE council = $1", 1);
        _chain = new SqliteStatement(
            connection,
            AccessRows.Columns + ", hash FROM records WHERE position > $1 ORDER BY position LIMIT $2",
            2
        );
        _head = new SqliteStatement(connection, HeadSql, 0);
        _forgotten = new SqliteStatement(connection, "SELECT position, hash, at FROM forgotten", 0);
    }

    public List<AccessEntry> Newest(string council, long before, int recordsMax)
    {
        using var rows = _newest.Query(council, before, (long)recordsMax);
        return ReadAll(rows);
    }

    public List<AccessEntry> Oldest(string council, long after, long fromAt, long beforeAt, int recordsMax)
    {
        using var rows = _oldest.Query(council, after, fromAt, beforeAt, (long)recordsMax);
        return ReadAll(rows);
    }

    public long Count(string council) => _count.QueryNumber(council)!.Value;

    /// <summary>As they stand, gaps and all.</summary>
    public List<ChainedAccess> Chain(long after, int recordsMax)
    {
        using var rows = _chain.Query(after, (long)recordsMax);
        var chain = new List<ChainedAccess>();
        while (rows.Read())
        {
            chain.Add(AccessRows.ReadChained(rows));
        }

        return chain;
    }

    public AccessHead Head() => Head(_head);

    public AccessHead Forgotten() => Head(_forgotten);

    public void Dispose()
    {
        foreach (var statement in new[] { _newest, _oldest, _count, _chain, _head, _forgotten })
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private static AccessHead Head(SqliteStatement statement)
    {
        using var row = statement.Query();
        return AccessRows.ReadHead(row);
    }

    private static List<AccessEntry> ReadAll(SqliteDataReader rows)
    {
        var entries = new List<AccessEntry>();
        while (rows.Read())
        {
            entries.Add(AccessRows.Read(rows));
        }

        return entries;
    }
}
