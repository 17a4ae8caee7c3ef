using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// The statements of one group of appends, in two round trips: the first takes the append lock and reads what the group needs to
/// know, the second writes and commits.
/// </summary>
/// <remarks>
/// The lock belongs to the transaction, so it goes after the commit is there for all to see: the next who gets it reads the head
/// of a finished journal, and positions are without gaps and in the order of commit.
/// </remarks>
internal static class AppendTransaction
{
    /// <summary>Where those who follow the journal are told of its head.</summary>
    public const string Channel = "regional_network_journal";

    /// <summary>
    /// Writes something of no consequence, so that the commit waits for disk and standby: what was read before it is as durable as
    /// what is written (https://www.postgresql.org/docs/15/functions-admin.html#FUNCTIONS-REPLICATION).
    /// </summary>
    public const string ConfirmSql = "SELECT pg_logical_emit_message(true, 'regional-network', '')";

    public const string ChainHeadSql =
        "SELECT position, hash FROM regional_network.entries ORDER BY position DESC LIMIT 1";

    // Each statement sees what was committed when it began: the second is the lock, so the later ones see all before it.
    private const string BeginSql = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

    private const string LockSql = "SELECT pg_advisory_xact_lock($1)";

    private const string KnowSql =
        "SELECT s.id, (SELECT max(e.version) FROM regional_network.entries e WHERE e.stream = s.id), c.position, c.version "
        + "FROM unnest($1, $2, $3) WITH ORDINALITY AS r (category, key, command_id, n) "
        + "LEFT JOIN regional_network.streams s ON s.category = r.category AND s.key = r.key "
        + "LEFT JOIN LATERAL (SELECT e.position, e.version FROM regional_network.entries e "
        + "WHERE e.stream = s.id AND e.command_id = r.command_id ORDER BY e.version DESC LIMIT 1) c ON true ORDER BY r.n";

    private const string AddStreamsSql =
        "INSERT INTO regional_network.streams (category, key) SELECT * FROM unnest($1, $2)";

    private const string AddEntriesSql =
        "INSERT INTO regional_network.entries "
        + "(position, stream, version, type, command_id, actor, recorded_at, hash, payload) "
        + "SELECT r.position, s.id, r.version, r.type, r.command_id, r.actor, r.recorded_at, r.hash, r.payload "
        + "FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) "
        + "AS r (position, category, key, version, type, command_id, actor, recorded_at, hash, payload) "
        + "JOIN regional_network.streams s ON s.category = r.category AND s.key = r.key";

    /// <summary>Begins, waits for the append lock, and reads where the journal ends and what it knows.</summary>
    public static AppendPlan Begin(
        NpgsqlConnection connection,
        IReadOnlyList<AppendRequest> requests,
        PostgreSqlJournalOptions options
    )
    {
        using var batch = connection.CreateBatch();
        batch.Timeout = (int)Math.Ceiling((options.LockWait + options.AnswerWait).TotalSeconds);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(BeginSql));
        batch.BatchCommands.Add(Command(LockSql, Of(PostgreSqlFormat.AppendLock)));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ChainHeadSql));
        batch.BatchCommands.Add(
            Command(
                KnowSql,
                Texts(requests, r => r.Stream.Category),
                Texts(requests, r => r.Stream.Key),
                Texts(requests, r => r.CommandId)
            )
        );
        using var rows = batch.ExecuteReader();
        // The lock's row; BEGIN has none.
        rows.Read();
        rows.NextResult();
        var plan = new AppendPlan(ReadChainHead(rows));
        rows.NextResult();
        foreach (var request in requests)
        {
            rows.Read();
            plan.Know(
                request,
                rows.IsDBNull(0) ? null : new StreamVersion(rows.IsDBNull(1) ? 0 : rows.GetInt64(1)),
                rows.IsDBNull(2)
                    ? null
                    : new AppendResult.AlreadyHandled(
                        new JournalPosition(rows.GetInt64(2)),
                        new StreamVersion(rows.GetInt64(3))
                    )
            );
        }

        return plan;
    }

    /// <summary>The hash of an entry; null where there is none at the position.</summary>
    public static ChainHash? ReadHash(NpgsqlConnection connection, JournalPosition position)
    {
        using var command = new NpgsqlCommand(
            "SELECT hash FROM regional_network.entries WHERE position = $1",
            connection
        );
        command.Parameters.Add(Of(position.Value));
        return command.ExecuteScalar() is byte[] hash ? new ChainHash(hash) : null;
    }

    /// <summary>Writes the plan's entries, tells of them, and commits.</summary>
    public static void Write(NpgsqlConnection connection, AppendPlan plan)
    {
        using var batch = connection.CreateBatch();
        if (plan.NewStreams.Count > 0)
        {
            batch.BatchCommands.Add(
                Command(AddStreamsSql, Texts(plan.NewStreams, s => s.Category), Texts(plan.NewStreams, s => s.Key))
            );
        }

        batch.BatchCommands.Add(AddEntries(plan.Entries));
        batch.BatchCommands.Add(
            Command(
                $"SELECT pg_notify('{Channel}', $1)",
                new NpgsqlParameter<string>
                {
                    TypedValue = plan.Head.Position.Value.ToString(CultureInfo.InvariantCulture),
                }
            )
        );
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        batch.ExecuteNonQuery();
    }

    /// <summary>Commits although nothing is added: what was read is an answer that somebody will rely on.</summary>
    public static void Confirm(NpgsqlConnection connection)
    {
        using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ConfirmSql));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        batch.ExecuteNonQuery();
    }

    public static void RollBack(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("ROLLBACK", connection);
        command.ExecuteNonQuery();
    }

    public static ChainHead ReadChainHead(NpgsqlDataReader rows) =>
        rows.Read()
            ? new ChainHead(new JournalPosition(rows.GetInt64(0)), new ChainHash(rows.GetFieldValue<byte[]>(1)))
            : EntryChain.Start;

    private static NpgsqlBatchCommand AddEntries(IReadOnlyList<ChainedEntry> added) =>
        Command(
            AddEntriesSql,
            Numbers(added, c => c.Entry.Position.Value),
            Texts(added, c => c.Entry.Stream.Category),
            Texts(added, c => c.Entry.Stream.Key),
            Numbers(added, c => c.Entry.Version.Value),
            Texts(added, c => c.Entry.Type),
            Texts(added, c => c.Entry.CommandId),
            Texts(added, c => c.Entry.Actor),
            Numbers(added, c => UnixMicroseconds.Of(c.Entry.RecordedAt)),
            Bytes(added, c => c.Hash.ToArray()),
            Bytes(added, c => PayloadArray.Of(c.Entry.Payload))
        );

    private static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(value);
        }

        return command;
    }

    private static NpgsqlParameter<long> Of(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<string[]> Texts<T>(IReadOnlyList<T> items, Func<T, string> text) =>
        Array(NpgsqlDbType.Text, items.Select(text).ToArray());

    private static NpgsqlParameter<long[]> Numbers<T>(IReadOnlyList<T> items, Func<T, long> number) =>
        Array(NpgsqlDbType.Bigint, items.Select(number).ToArray());

    private static NpgsqlParameter<byte[][]> Bytes<T>(IReadOnlyList<T> items, Func<T, byte[]> bytes) =>
        Array(NpgsqlDbType.Bytea, items.Select(bytes).ToArray());

    private static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType element, T[] values) =>
        new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | element };
}
