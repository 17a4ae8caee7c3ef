using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// Runs groups of appends on the one connection that writes, and on a new one when that is lost. One thread uses it.
/// </summary>
/// <param name="acknowledged">Where the journal ends at least, as far as this process knows.</param>
/// <param name="closing">Ends the waiting for a server that is away.</param>
internal sealed class PostgreSqlAppender(
    PostgreSqlDatabase database,
    Func<JournalPosition> acknowledged,
    TimeProvider time,
    CancellationToken closing
) : IDisposable
{
    private readonly PostgreSqlWriter _writer = new(database, time, closing);

    /// <summary>
    /// Runs the appends in one transaction and returns what came of each once all are durable, with the head after them.
    /// </summary>
    /// <remarks>
    /// A connection that is lost after a commit was sent leaves open whether it took place. Then the group looks, on the next
    /// connection and under the append lock (so that the old transaction has ended), whether its last entry is in the journal: by
    /// its hash, which no other entry has. If so it answers what it has worked out before; if not it begins again. When no
    /// connection is to be had in time, the exception says that the outcome is open.
    /// </remarks>
    /// <exception cref="NpgsqlException">None of them was acknowledged.</exception>
    public (AppendResult[] Results, JournalPosition Head) Run(IReadOnlyList<AppendRequest> requests)
    {
        Sent? sent = null;
        return _writer.Run(connection => RunOnce(connection, requests, ref sent));
    }

    public void Dispose() => _writer.Dispose();

    private (AppendResult[] Results, JournalPosition Head) RunOnce(
        NpgsqlConnection connection,
        IReadOnlyList<AppendRequest> requests,
        ref Sent? sent
    )
    {
        var plan = AppendTransaction.Begin(connection, requests, database.Options);
        ThrowIfWentBack(plan.Head.Position);
        if (sent is not null && sent.Head.Hash.Equals(AppendTransaction.ReadHash(connection, sent.Head.Position)))
        {
            Confirm(connection);
            return (sent.Results, plan.Head.Position);
        }

        // The lock is ours, so whatever was sent before has ended, and it left nothing.
        sent = null;
        AppendResult[] results = [.. requests.Select(plan.Add)];
        if (plan.Entries.Count > 0)
        {
            sent = new Sent(results, plan.Head);
            _writer.Commit(() => AppendTransaction.Write(connection, plan));
        }
        else if (results.Any(result => result is AppendResult.AlreadyHandled))
        {
            Confirm(connection);
        }
        else
        {
            AppendTransaction.RollBack(connection);
        }

        return (results, plan.Head.Position);
    }

    private void Confirm(NpgsqlConnection connection) => _writer.Commit(() => AppendTransaction.Confirm(connection));

    /// <summary>To append after a shorter journal would give away positions that others know as something else.</summary>
    private void ThrowIfWentBack(JournalPosition head)
    {
        if (head < acknowledged())
        {
            throw PostgreSqlWatcher.WentBack(database, acknowledged(), head);
        }
    }

    /// <summary>A group whose commit was sent, and what to answer if it took place.</summary>
    private sealed record Sent(AppendResult[] Results, ChainHead Head);
}
