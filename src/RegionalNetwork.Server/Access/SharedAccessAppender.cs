using Npgsql;
using NpgsqlTypes;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Writes records into the tables that nodes share, in two round trips for all requests that wait: the first takes the lock of the log
/// and reads where it ends, the second writes and commits. One thread uses it.
/// </summary>
/// <remarks>
/// The lock belongs to the transaction, so whoever gets it next sees what was written before: one chain, whichever node writes.
/// </remarks>
internal sealed class SharedAccessAppender(SharedTables tables) : IDisposable
{
    /// <summary>The number is "RNA1" in ASCII: nobody else in this database takes an advisory lock of it.</summary>
    private const string LockSql = "SELECT pg_advisory_xact_lock(1380860209)";

    private const string AddSql =
        "INSERT INTO regional_network.access_records "
        + "(position, at, reader, on_behalf_of, council, subject, purpose, reason, request_id, hash) "
        + "SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    private readonly PostgreSqlWriter _writer = tables.NewWriter();

    /// <summary>Adds the records of all requests in one transaction.</summary>
    /// <returns>For each request the position of its last record, all of them durable.</returns>
    /// <exception cref="JournalUnavailableException">
    /// The connection was lost while they were written. They may be on record or not; the answers must not be given.
    /// </exception>
    public long[] Run(IReadOnlyList<IReadOnlyList<AccessRecord>> requests) =>
        _writer.Run(connection =>
        {
            var head = Begin(connection);
            var added = new List<ChainedAccess>();
            var positions = new long[requests.Count];
            for (var i = 0; i < positions.Length; i++)
            {
                foreach (var record in requests[i])
                {
                    added.Add(AccessChain.Link(head, record));
                    head = AccessChain.HeadAt(added[^1]);
                }

                positions[i] = head.Position;
            }

            Commit(connection, added);
            return positions;
        });

    /// <summary>Has an empty log go on from the last record that another one has deleted.</summary>
    /// <returns>False where it is not empty.</returns>
    public bool BeginAfter(AccessHead forgotten) =>
        _writer.Run(connection =>
        {
            if (Begin(connection).Position > 0)
            {
                RollBack(connection);
                return false;
            }

            using var batch = connection.CreateBatch();
            if (forgotten.Position > 0)
            {
                batch.BatchCommands.Add(
                    Command(
                        "INSERT INTO regional_network.access_forgotten (position, hash, at) VALUES ($1, $2, $3)",
                        new NpgsqlParameter<long> { TypedValue = forgotten.Position },
                        new NpgsqlParameter<byte[]> { TypedValue = forgotten.Hash.ToArray() },
                        new NpgsqlParameter<long> { TypedValue = UnixMicroseconds.Of(forgotten.At!.Value) }
                    )
                );
            }

            batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
            _writer.Commit(() => batch.ExecuteNonQuery());
            return true;
        });

    public void Dispose() => _writer.Dispose();

    private static AccessHead Begin(NpgsqlConnection connection)
    {
        using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(LockSql));
        // Sees what was committed when it begins, so all that was written under the lock before.
        batch.BatchCommands.Add(new NpgsqlBatchCommand(SharedAccessStore.HeadSql));
        using var rows = batch.ExecuteReader();
        rows.Read();
        rows.NextResult();
        return AccessRows.ReadHead(rows);
    }

    /// <summary>A record too many does no harm, an answer without one does: so what was sent is not sent again.</summary>
    private void Commit(NpgsqlConnection connection, List<ChainedAccess> added)
    {
        using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(
            Command(
                AddSql,
                Numbers(added, c => c.Entry.Position),
                Numbers(added, c => UnixMicroseconds.Of(c.Entry.Record.At)),
                Texts(added, r => r.Reader),
                Texts(added, r => r.OnBehalfOf),
                Texts(added, r => r.Council),
                Texts(added, r => r.Subject),
                Texts(added, r => r.Purpose.ToString()),
                Texts(added, r => r.Reason),
                Texts(added, r => r.RequestId),
                new NpgsqlParameter<byte[][]>
                {
                    TypedValue = [.. added.Select(c => c.Hash.ToArray())],
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                }
            )
        );
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        try
        {
            _writer.Commit(() => batch.ExecuteNonQuery());
        }
        catch (Exception fault) when (fault is not PostgresException)
        {
            throw new JournalUnavailableException(
                JournalUnavailableReason.Unreachable,
                $"Nobody knows whether what was read is on record in the {tables.Database.Kind} {tables.Database.Name}. Send the "
                    + "request again.",
                fault
            );
        }
    }

    private static void RollBack(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("ROLLBACK", connection);
        command.ExecuteNonQuery();
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(values);
        return command;
    }

    private static NpgsqlParameter<long[]> Numbers(List<ChainedAccess> added, Func<ChainedAccess, long> number) =>
        new() { TypedValue = [.. added.Select(number)] };

    private static NpgsqlParameter<string?[]> Texts(List<ChainedAccess> added, Func<AccessRecord, string?> text) =>
        new()
        {
            TypedValue = [.. added.Select(chained => text(chained.Entry.Record))],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        };
}
