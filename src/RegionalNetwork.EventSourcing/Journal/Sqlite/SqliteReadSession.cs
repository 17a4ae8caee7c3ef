using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>A connection that reads, with its statements. One caller at a time uses it.</summary>
internal sealed class SqliteReadSession : IDisposable
{
    public const string HeadSql = "SELECT coalesce(max(position), 0) FROM entries";

    public const string ChainHeadSql = "SELECT position, hash FROM entries ORDER BY position DESC LIMIT 1";

    private const string Columns =
        "SELECT e.position, e.stream, e.version, e.type, e.command_id, e.actor, e.recorded_at, e.payload, "
        + "s.category, s.key";

    private const string EntrySql = Columns + " FROM entries e JOIN streams s ON s.id = e.stream ";

    // An entry whose stream is gone must be found, not passed over.
    private const string ChainSql =
        Columns
        + ", e.hash FROM entries e LEFT JOIN streams s ON s.id = e.stream "
        + "WHERE e.position > $1 ORDER BY e.position LIMIT $2";

    // Names come as JSON: a statement has a fixed number of parameters. The plus keeps SQLite from walking through the entries of
    // everybody; an index holds versions and positions of a stream, so that payloads are read for the page alone.
    private const string StreamsSql =
        EntrySql
        + "WHERE e.position IN (SELECT one.position FROM json_each($1) name "
        + "CROSS JOIN streams wanted ON wanted.category = json_extract(name.value, '$[0]') "
        + "AND wanted.key = json_extract(name.value, '$[1]') "
        + "CROSS JOIN entries one ON one.stream = wanted.id "
        + "WHERE +one.position > $2 ORDER BY one.position LIMIT $3) ORDER BY e.position";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _all;
    private readonly SqliteStatement _stream;
    private readonly SqliteStatement _streams;
    private readonly SqliteStatement _command;
    private readonly SqliteStatement _chain;
    private readonly SqliteStatement _chainHead;

    public SqliteReadSession(SqliteConnection connection)
    {
        _connection = connection;
        _all = new SqliteStatement(connection, EntrySql + "WHERE e.position > $1 ORDER BY e.position LIMIT $2", 2);
        _stream = new SqliteStatement(
            connection,
            EntrySql + "WHERE s.category = $1 AND s.key = $2 AND e.version > $3 ORDER BY e.version LIMIT $4",
            4
        );
        _streams = new SqliteStatement(connection, StreamsSql, 3);
        _command = new SqliteStatement(
            connection,
            "SELECT e.position, e.version FROM entries e JOIN streams s ON s.id = e.stream "
                + "WHERE s.category = $1 AND s.key = $2 AND e.command_id = $3 ORDER BY e.version DESC LIMIT 1",
            3
        );
        _chain = new SqliteStatement(connection, ChainSql, 2);
        _chainHead = new SqliteStatement(connection, ChainHeadSql, 0);
    }

    public static ChainHead ReadChainHead(SqliteStatement chainHead)
    {
        using var rows = chainHead.Query();
        return rows.Read()
            ? new ChainHead(new JournalPosition(rows.GetInt64(0)), new ChainHash(rows.GetFieldValue<byte[]>(1)))
            : EntryChain.Start;
    }

    public ChainHead ReadChainHead() => ReadChainHead(_chainHead);

    /// <summary>As they stand, gaps and all.</summary>
    public List<ChainedEntry> ReadChain(JournalPosition after, int entriesMax)
    {
        using var rows = _chain.Query(after.Value, (long)entriesMax);
        var reading = new EntryRows(_connection.DataSource);
        var entries = new List<ChainedEntry>();
        var bytes = 0L;
        while (bytes < Limits.ReadPayloadBytes && rows.Read())
        {
            entries.Add(reading.ReadChained(rows));
            bytes += entries[^1].Entry.Payload.Length;
        }
        return entries;
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

    public List<JournalEntry> ReadStreams(IReadOnlyCollection<StreamId> streams, JournalPosition after, int entriesMax)
    {
        using var rows = _streams.Query(NamesOf(streams), after.Value, (long)entriesMax);
        return ReadEntries(rows, (_, _) => { });
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

    /// <summary>SQLite compares every index with its table: https://sqlite.org/pragma.html#pragma_integrity_check.</summary>
    public string? FindDamage()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        var finding = (string)command.ExecuteScalar()!;
        return finding == "ok"
            ? null
            : $"The file {_connection.DataSource} is damaged: {finding}. Keep a copy and restore it from a backup.";
    }

    public void Dispose()
    {
        _all.Dispose();
        _stream.Dispose();
        _streams.Dispose();
        _command.Dispose();
        _chain.Dispose();
        _chainHead.Dispose();
        _connection.Dispose();
    }

    private static string NamesOf(IReadOnlyCollection<StreamId> streams) =>
        $"[{string.Join(',', streams.Select(one => $"[\"{one.Category}\",\"{JsonEncodedText.Encode(one.Key)}\"]"))}]";

    private List<JournalEntry> ReadEntries(SqliteDataReader rows, long after, Func<JournalEntry, long> number) =>
        ReadEntries(rows, (reading, entry) => reading.ThrowIfGap(++after, number(entry), entry));

    private List<JournalEntry> ReadEntries(SqliteDataReader rows, Action<EntryRows, JournalEntry> check)
    {
        var entries = new List<JournalEntry>();
        var reading = new EntryRows(_connection.DataSource);
        var bytes = 0L;
        while (bytes < Limits.ReadPayloadBytes && rows.Read())
        {
            var entry = reading.Read(rows);
            check(reading, entry);
            entries.Add(entry);
            bytes += entry.Payload.Length;
        }
        return entries;
    }
}
