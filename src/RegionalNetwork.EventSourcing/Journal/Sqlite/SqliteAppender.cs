using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>Runs appends in transactions, on the one connection that writes. One thread uses it.</summary>
internal sealed class SqliteAppender : IDisposable
{
    public const int EntryColumns = 9;

    public const string AddEntrySql =
        "INSERT INTO entries (position, stream, version, type, command_id, actor, recorded_at, hash, payload) "
        + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _head;
    private readonly SqliteStatement _findStream;
    private readonly SqliteStatement _addStream;
    private readonly SqliteStatement _findCommand;
    private readonly SqliteStatement _version;
    private readonly SqliteStatement _addEntry;

    public SqliteAppender(SqliteConnection connection)
    {
        _connection = connection;
        // IMMEDIATE takes the write lock at once: a transaction that reads first and then wants to write can fail
        // instead of wait.
        _begin = new SqliteStatement(connection, "BEGIN IMMEDIATE", 0);
        _commit = new SqliteStatement(connection, "COMMIT", 0);
        _rollback = new SqliteStatement(connection, "ROLLBACK", 0);
        _head = new SqliteStatement(connection, SqliteReadSession.ChainHeadSql, 0);
        _findStream = new SqliteStatement(connection, "SELECT id FROM streams WHERE category = $1 AND key = $2", 2);
        _addStream = new SqliteStatement(
            connection,
            "INSERT INTO streams (category, key) VALUES ($1, $2) RETURNING id",
            2
        );
        _findCommand = new SqliteStatement(
            connection,
            "SELECT position, version FROM entries WHERE stream = $1 AND command_id = $2 ORDER BY version DESC LIMIT 1",
            2
        );
        _version = new SqliteStatement(connection, "SELECT max(version) FROM entries WHERE stream = $1", 1);
        _addEntry = new SqliteStatement(connection, AddEntrySql, EntryColumns);
    }

    public static void Add(SqliteStatement addEntry, long stream, JournalEntry entry, ChainHash hash) =>
        addEntry.Execute(
            entry.Position.Value,
            stream,
            entry.Version.Value,
            entry.Type,
            entry.CommandId,
            entry.Actor,
            UnixMicroseconds.Of(entry.RecordedAt),
            hash.ToArray(),
            PayloadArray.Of(entry.Payload)
        );

    /// <summary>
    /// Runs the appends in one transaction and returns what came of each once all are durable, with the head after
    /// them. A conflict or a repeat touches nothing and so does not spoil the others.
    /// </summary>
    /// <exception cref="SqliteException">
    /// None of them was acknowledged; the connection is ready for the next transaction.
    /// </exception>
    public (AppendResult[] Results, JournalPosition Head) Run(IReadOnlyList<AppendRequest> requests)
    {
        // If a roll-back has failed, the connection is still in the old transaction and could never begin another.
        RollBack();
        _begin.Execute();
        try
        {
            // Read again in each transaction: another process may have appended.
            var head = SqliteReadSession.ReadChainHead(_head);
            var results = new AppendResult[requests.Count];
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = Append(requests[i], ref head);
            }
            _commit.Execute();
            return (results, head.Position);
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (
            var statement in new[]
            {
                _begin,
                _commit,
                _rollback,
                _head,
                _findStream,
                _addStream,
                _findCommand,
                _version,
                _addEntry,
            }
        )
        {
            statement.Dispose();
        }
        _connection.Dispose();
    }

    private AppendResult Append(AppendRequest request, ref ChainHead head)
    {
        var stream = _findStream.QueryNumber(request.Stream.Category, request.Stream.Key);
        if (stream is not null && FindCommand(stream.Value, request.CommandId) is { } handled)
        {
            return handled;
        }
        var version = new StreamVersion(stream is null ? 0 : _version.QueryNumber(stream) ?? 0);
        if (version != request.ExpectedVersion)
        {
            return new AppendResult.Conflict(version);
        }
        stream ??= _addStream.QueryNumber(request.Stream.Category, request.Stream.Key)!.Value;
        foreach (var e in request.Events)
        {
            version = version.Next;
            var entry = new JournalEntry(
                head.Position.Next,
                request.Stream,
                version,
                e.Type,
                e.Payload,
                request.CommandId,
                request.Actor,
                request.RecordedAt
            );
            head = new ChainHead(entry.Position, EntryChain.Next(head.Hash, entry));
            Add(_addEntry, stream.Value, entry, head.Hash);
        }
        return new AppendResult.Appended(head.Position, version);
    }

    private AppendResult.AlreadyHandled? FindCommand(long stream, string commandId)
    {
        using var rows = _findCommand.Query(stream, commandId);
        return rows.Read()
            ? new AppendResult.AlreadyHandled(
                new JournalPosition(rows.GetInt64(0)),
                new StreamVersion(rows.GetInt64(1))
            )
            : null;
    }

    /// <summary>Some errors (a full disk among them) have rolled the transaction back already.</summary>
    private void RollBack()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Execute();
        }
    }
}
