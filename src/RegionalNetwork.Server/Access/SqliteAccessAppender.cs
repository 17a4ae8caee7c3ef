using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>Writes records in transactions, on the one connection that writes. One thread uses it.</summary>
internal sealed class SqliteAccessAppender : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _add;

    public SqliteAccessAppender(SqliteConnection connection)
    {
        _connection = connection;
        _head = new SqliteStatement(connection, SqliteAccessReader.HeadSql, 0);
        _add = new SqliteStatement(
            connection,
            "INSERT INTO records (position, at, reader, on_behalf_of, council, subject, purpose, reason, request_id, hash) "
                + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            10
        );
    }

    /// <summary>Adds the records of all requests in one transaction.</summary>
    /// <returns>For each request the position of its last record, all of them durable.</returns>
    public long[] Run(IReadOnlyList<IReadOnlyList<AccessRecord>> requests)
    {
        // If a roll-back has failed, the connection is still in the old transaction and could never begin another.
        RollBack();
        SqliteFile.Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            // Read again in each transaction: another process may have added or deleted records.
            var head = ReadHead();
            var positions = new long[requests.Count];
            for (var i = 0; i < positions.Length; i++)
            {
                head = Add(requests[i], head);
                positions[i] = head.Position;
            }

            SqliteFile.Execute(_connection, "COMMIT");
            return positions;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        _head.Dispose();
        _add.Dispose();
        _connection.Dispose();
    }

    private AccessHead ReadHead()
    {
        using var row = _head.Query();
        return AccessRows.ReadHead(row);
    }

    private AccessHead Add(IReadOnlyList<AccessRecord> records, AccessHead head)
    {
        foreach (var record in records)
        {
            var chained = AccessChain.Link(head, record);
            head = AccessChain.HeadAt(chained);
            _add.Execute(
                head.Position,
                UnixMicroseconds.Of(record.At),
                record.Reader,
                (object?)record.OnBehalfOf ?? DBNull.Value,
                record.Council,
                record.Subject,
                record.Purpose.ToString(),
                (object?)record.Reason ?? DBNull.Value,
                record.RequestId,
                head.Hash.ToArray()
            );
        }

        return head;
    }

    /// <summary>Some errors (a full disk among them) have rolled the transaction back already.</summary>
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            SqliteFile.Execute(_connection, "ROLLBACK");
        }
    }
}
