using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// Reads of a journal, each on a connection of the pool. A read changes nothing, so one whose connection is lost is asked again.
/// </summary>
internal sealed class PostgreSqlReaders(PostgreSqlDatabase database, TimeProvider time)
{
    // PostgreSQL counts the payloads, so that no more than the limit is sent. An entry whose stream is gone must be found, not
    // passed over.
    private static readonly string AllSql = Sql("position", "position > $1", "$2", "$3");

    private static readonly string StreamSql = Sql(
        "version",
        "stream = (SELECT id FROM regional_network.streams WHERE category = $1 AND key = $2) AND version > $3",
        "$4",
        "$5"
    );

    private static readonly string StreamsSql = Sql(
        "position",
        "stream IN (SELECT s.id FROM regional_network.streams s JOIN unnest($1, $2) AS wanted (category, key) "
            + "ON s.category = wanted.category AND s.key = wanted.key) AND position > $3",
        "$4",
        "$5"
    );

    private const string CommandSql =
        "SELECT e.position, e.version FROM regional_network.entries e "
        + "JOIN regional_network.streams s ON s.id = e.stream "
        + "WHERE s.category = $1 AND s.key = $2 AND e.command_id = $3 ORDER BY e.version DESC LIMIT 1";

    public Task<List<JournalEntry>> ReadAllAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            AllSql,
            [Of(after.Value), Of(entriesMax), Of(Limits.ReadPayloadBytes)],
            rows => ReadEntriesAsync(rows, after.Value, e => e.Position.Value, cancellationToken),
            cancellationToken
        );

    public Task<List<JournalEntry>> ReadStreamAsync(
        StreamId stream,
        StreamVersion after,
        int entriesMax,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            StreamSql,
            [Of(stream.Category), Of(stream.Key), Of(after.Value), Of(entriesMax), Of(Limits.ReadPayloadBytes)],
            rows => ReadEntriesAsync(rows, after.Value, e => e.Version.Value, cancellationToken),
            cancellationToken
        );

    public Task<List<JournalEntry>> ReadStreamsAsync(
        IReadOnlyCollection<StreamId> streams,
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            StreamsSql,
            [
                Of(streams.Select(stream => stream.Category)),
                Of(streams.Select(stream => stream.Key)),
                Of(after.Value),
                Of(entriesMax),
                Of(Limits.ReadPayloadBytes),
            ],
            rows => ReadEntriesAsync(rows, (_, _) => { }, cancellationToken),
            cancellationToken
        );

    /// <summary>As they stand, gaps and all.</summary>
    public Task<List<ChainedEntry>> ReadChainAsync(
        JournalPosition after,
        int entriesMax,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            AllSql,
            [Of(after.Value), Of(entriesMax), Of(Limits.ReadPayloadBytes)],
            async rows =>
            {
                var reading = new EntryRows(database.Name);
                var entries = new List<ChainedEntry>();
                while (await rows.ReadAsync(cancellationToken))
                {
                    entries.Add(reading.ReadChained(rows));
                }

                return entries;
            },
            cancellationToken
        );

    public Task<ChainHead> ReadChainHeadAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            AppendTransaction.ChainHeadSql,
            [],
            rows => Task.FromResult(AppendTransaction.ReadChainHead(rows)),
            cancellationToken
        );

    /// <summary>What it finds is an answer that somebody will rely on, so it is confirmed as an append is.</summary>
    public async Task<AppendResult.AlreadyHandled?> FindCommandAsync(
        StreamId stream,
        string commandId,
        CancellationToken cancellationToken
    )
    {
        var found = await ReadAsync(
            CommandSql,
            [Of(stream.Category), Of(stream.Key), Of(commandId)],
            async rows =>
                await rows.ReadAsync(cancellationToken)
                    ? new AppendResult.AlreadyHandled(
                        new JournalPosition(rows.GetInt64(0)),
                        new StreamVersion(rows.GetInt64(1))
                    )
                    : null,
            cancellationToken
        );
        if (found is not null)
        {
            await ReadAsync(AppendTransaction.ConfirmSql, [], _ => Task.FromResult(0), cancellationToken);
        }

        return found;
    }

    private Task<T> ReadAsync<T>(
        string sql,
        NpgsqlParameter[] values,
        Func<NpgsqlDataReader, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                foreach (var value in values)
                {
                    command.Parameters.Add(value.Clone());
                }

                await using var rows = await command.ExecuteReaderAsync(cancellationToken);
                return await read(rows);
            },
            time,
            cancellationToken
        );

    private Task<List<JournalEntry>> ReadEntriesAsync(
        NpgsqlDataReader rows,
        long after,
        Func<JournalEntry, long> number,
        CancellationToken cancellationToken
    ) =>
        ReadEntriesAsync(
            rows,
            (reading, entry) => reading.ThrowIfGap(++after, number(entry), entry),
            cancellationToken
        );

    private async Task<List<JournalEntry>> ReadEntriesAsync(
        NpgsqlDataReader rows,
        Action<EntryRows, JournalEntry> check,
        CancellationToken cancellationToken
    )
    {
        var entries = new List<JournalEntry>();
        var reading = new EntryRows(database.Name);
        while (await rows.ReadAsync(cancellationToken))
        {
            var entry = reading.Read(rows);
            check(reading, entry);
            entries.Add(entry);
        }

        return entries;
    }

    private static NpgsqlParameter<long> Of(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<string> Of(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<string[]> Of(IEnumerable<string> values) => new() { TypedValue = [.. values] };

    private static string Sql(string order, string where, string entriesMax, string bytesMax) =>
        "SELECT e.position, e.stream, e.version, e.type, e.command_id, e.actor, e.recorded_at, e.payload, s.category, s.key, e.hash "
        + $"FROM (SELECT *, sum(octet_length(payload)) OVER (ORDER BY {order}) - octet_length(payload) AS before FROM "
        + $"(SELECT * FROM regional_network.entries WHERE {where} ORDER BY {order} LIMIT {entriesMax}) page) e "
        + $"LEFT JOIN regional_network.streams s ON s.id = e.stream WHERE e.before < {bytesMax} ORDER BY e.{order}";
}
