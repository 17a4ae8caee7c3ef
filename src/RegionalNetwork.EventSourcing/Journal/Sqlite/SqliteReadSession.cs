using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>A connection that reads, with its statements. One caller at a time uses it.</summary>
internal sealed class SqliteReadSession : IDisposable
{
    public const string HeadSql = "SELECT coalesce(max(position), 0) FROM entries";

    private const string EntrySql =
        "SELECT e.position, e.stream, e.version, e.type, e.command_id, e.actor, e.recorded_at, e.payload, "
        + "s.category, s.key "
        + "FROM entries e JOIN streams s ON s.id = e.stream ";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _all;
    private readonly SqliteStatement _stream;
    private readonly SqliteStatement _command;

    public SqliteReadSession(SqliteConnection connection)
    {
        _connection = connection;
        _all = new SqliteStatement(connection, EntrySql + "WHERE e.position > $1 ORDER BY e.position LIMIT $2", 2);
        _stream = new SqliteStatement(
            connection,
            EntrySql + "WHERE s.category = $1 AND s.key = $2 AND e.version > $3 ORDER BY e.version LIMIT $4",
            4
        );
        _command = new SqliteStatement(
            connection,
            "SELECT e.position, e.version FROM entries e JOIN streams s ON s.id = e.stream "
                + "WHERE s.category = $1 AND s.key = $2 AND e.command_id = $3 ORDER BY e.version DESC LIMIT 1",
            3
        );
    }

    public List<JournalEntry> ReadAll(JournalPosition after, int entriesMax)
    {
        using var rows = _all.Query(after.Value, (long)entriesMax);
        return ReadEntries(rows, after.Value, e => e.Position.Value);
    }

    public List<JournalEntry> ReadStream(StreamId stream, StreamVersion after, int entriesMax)
    {
        using var rows = _stream.Query(stream.Category, stream.Key, after.Value, (long)entriesMax);
        return ReadEntries(rows, after.Value, e => e.Version.Value);
    }

    public AppendResult.AlreadyHandled? FindCommand(StreamId stream, string commandId)
    {
        using var rows = _command.Query(stream.Category, stream.Key, commandId);
        return rows.Read()
            ? new AppendResult.AlreadyHandled(
                new JournalPosition(rows.GetInt64(0)),
                new StreamVersion(rows.GetInt64(1))
            )
            : null;
    }

    public void Dispose()
    {
        _all.Dispose();
        _stream.Dispose();
        _command.Dispose();
        _connection.Dispose();
    }

    private List<JournalEntry> ReadEntries(SqliteDataReader rows, long after, Func<JournalEntry, long> number)
    {
        var entries = new List<JournalEntry>();
        var streams = new Dictionary<long, StreamId>();
        var bytes = 0L;
        while (bytes < Limits.ReadPayloadBytes && rows.Read())
        {
            var entry = ReadEntry(rows, streams);
            // Numbers have no gaps. If one is missing, part of the journal is: to go on would silently leave it out.
            if (number(entry) != ++after)
            {
                throw new JournalFormatException(
                    $"The journal {_connection.DataSource} is damaged: number {after} is missing before position "
                        + $"{entry.Position}. "
                        + "Nothing was changed in it. Keep a copy and restore it from a backup.",
                    innerException: null
                );
            }
            entries.Add(entry);
            bytes += entry.Payload.Length;
        }
        return entries;
    }

    private JournalEntry ReadEntry(SqliteDataReader row, Dictionary<long, StreamId> streams)
    {
        var position = new JournalPosition(row.GetInt64(0));
        if (!streams.TryGetValue(row.GetInt64(1), out var stream))
        {
            if (!StreamId.TryCreate(row.GetString(8), row.GetString(9), out stream))
            {
                throw new JournalFormatException(
                    $"The journal {_connection.DataSource} is damaged: the entry at position {position} belongs to no "
                        + "valid stream. "
                        + "Nothing was changed in it. Keep a copy and restore it from a backup.",
                    innerException: null
                );
            }
            streams.Add(row.GetInt64(1), stream);
        }
        return new JournalEntry(
            position,
            stream,
            new StreamVersion(row.GetInt64(2)),
            row.GetString(3),
            row.GetFieldValue<byte[]>(7),
            row.GetString(4),
            row.GetString(5),
            SqliteTime.FromMicroseconds(row.GetInt64(6))
        );
    }
}
