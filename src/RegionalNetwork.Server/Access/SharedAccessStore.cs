using Npgsql;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Access;

/// <summary>The access log of all nodes, in the tables that they share: what any node showed is on record there.</summary>
internal sealed class SharedAccessStore : IAccessStore
{
    /// <summary>The last record; of an empty log the last that was deleted.</summary>
    public const string HeadSql =
        "SELECT position, hash, at FROM ((SELECT position, hash, at FROM regional_network.access_records "
        + "ORDER BY position DESC LIMIT 1) UNION ALL SELECT position, hash, at FROM regional_network.access_forgotten) head "
        + "ORDER BY position DESC LIMIT 1";

    private const string Records = " FROM regional_network.access_records ";

    private readonly SharedTables _tables;
    private readonly SharedAccessAppender _appender;
    private readonly GroupCommit<IReadOnlyList<AccessRecord>, long> _writer;

    public SharedAccessStore(SharedTables tables)
    {
        _tables = tables;
        _appender = new SharedAccessAppender(tables);
        _writer = new GroupCommit<IReadOnlyList<AccessRecord>, long>(
            _appender.Run,
            request => request.Count * AccessLimits.NameCharacters,
            AccessLimits.QueueRequests,
            tables.Database.Translate
        );
        _writer.Start();
    }

    public string Name => _tables.Database.Name;

    public bool TryAdd(IReadOnlyList<AccessRecord> records, out Task<long> durable) =>
        _writer.TryAdd(records, out durable);

    public ValueTask<List<AccessEntry>> NewestAsync(
        string council,
        long before,
        int recordsMax,
        CancellationToken cancellation
    ) =>
        ReadAsync(
            AccessRows.Columns + Records + "WHERE council = $1 AND position < $2 ORDER BY position DESC LIMIT $3",
            AccessRows.Read,
            cancellation,
            Of(council),
            Of(before),
            Of(recordsMax)
        );

    public ValueTask<List<AccessEntry>> OldestAsync(
        string council,
        long after,
        (long From, long Before) time,
        int recordsMax,
        CancellationToken cancellation
    ) =>
        ReadAsync(
            AccessRows.Columns
                + Records
                + "WHERE council = $1 AND position > $2 AND at >= $3 AND at < $4 ORDER BY position LIMIT $5",
            AccessRows.Read,
            cancellation,
            Of(council),
            Of(after),
            Of(time.From),
            Of(time.Before),
            Of(recordsMax)
        );

    public async ValueTask<long> CountAsync(string council, CancellationToken cancellation) =>
        (
            await ReadAsync(
                "SELECT count(*)" + Records + "WHERE council = $1",
                row => row.GetInt64(0),
                cancellation,
                Of(council)
            )
        )[0];

    public ValueTask<AccessHead> HeadAsync(CancellationToken cancellation) => HeadAsync(HeadSql, cancellation);

    public ValueTask<AccessHead> ForgottenAsync(CancellationToken cancellation) =>
        HeadAsync("SELECT position, hash, at FROM regional_network.access_forgotten", cancellation);

    public ValueTask<List<ChainedAccess>> ChainAsync(long after, int recordsMax, CancellationToken cancellation) =>
        ReadAsync(
            AccessRows.Columns + ", hash" + Records + "WHERE position > $1 ORDER BY position LIMIT $2",
            AccessRows.ReadChained,
            cancellation,
            Of(after),
            Of(recordsMax)
        );

    /// <remarks>The database deletes nothing that is younger than is kept by its own clock, whatever is asked.</remarks>
    public async Task<long> ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        var (all, batch) = (0L, 0L);
        do
        {
            batch = (
                await ReadAsync(
                    $"SELECT regional_network.forget_access($1, {AccessLimits.RetentionBatchRecords})",
                    row => row.GetInt64(0),
                    cancellation,
                    Of(UnixMicroseconds.Of(before))
                )
            )[0];
            all += batch;
        } while (batch == AccessLimits.RetentionBatchRecords);
        return all;
    }

    public Task<bool> BeginAfterAsync(AccessHead forgotten, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                // Not the one whose thread writes records.
                using var appender = new SharedAccessAppender(_tables);
                return appender.BeginAfter(forgotten);
            },
            cancellation
        );

    /// <summary>Finishes the requests that wait.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writer.CompleteAsync();
        _appender.Dispose();
    }

    private async ValueTask<AccessHead> HeadAsync(string sql, CancellationToken cancellation) =>
        await _tables.Database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                await using var row = await command.ExecuteReaderAsync(cancellation);
                return AccessRows.ReadHead(row);
            },
            TimeProvider.System,
            cancellation
        );

    private async ValueTask<List<T>> ReadAsync<T>(
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation,
        params NpgsqlParameter[] values
    ) =>
        await _tables.Database.RunAsync(
            async connection =>
            {
                await using var command = new NpgsqlCommand(sql, connection);
                command.Parameters.AddRange(values.Select(value => value.Clone()).ToArray());
                await using var rows = await command.ExecuteReaderAsync(cancellation);
                var all = new List<T>();
                while (await rows.ReadAsync(cancellation))
                {
                    all.Add(read(rows));
                }

                return all;
            },
            TimeProvider.System,
            cancellation
        );

    private static NpgsqlParameter<long> Of(long value) => new() { TypedValue = value };

    private static NpgsqlParameter<string> Of(string value) => new() { TypedValue = value };
}
