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
    private NpgsqlConnection? _connection;
    private bool _isWarned;

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
        // Not by the wall clock: one that is set back would make everybody wait for hours.
        var began = time.GetTimestamp();
        var pause = Limits.PostgreSqlRetryPause;
        while (true)
        {
            try
            {
                return RunOnce(Connect(), requests, ref sent);
            }
            catch (Exception fault)
            {
                // Whatever it was: the server ends the transaction of a connection that goes.
                Drop();
                if (
                    !PostgreSqlFault.IsLoss(fault)
                    || closing.IsCancellationRequested
                    || time.GetElapsedTime(began) + pause > database.Options.ReconnectWait
                )
                {
                    throw;
                }
            }

            closing.WaitHandle.WaitOne(pause);
            pause = PostgreSqlDatabase.Longer(pause);
        }
    }

    public void Dispose() => Drop();

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
            _isWarned = false;
            AppendTransaction.Write(connection, plan);
            ThrowIfUnconfirmed();
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

    private void Confirm(NpgsqlConnection connection)
    {
        _isWarned = false;
        AppendTransaction.Confirm(connection);
        ThrowIfUnconfirmed();
    }

    /// <summary>
    /// Where somebody cancels a commit that waits for a standby, PostgreSQL reports success with a warning: the entries are on the
    /// primary alone, and would be lost with it.
    /// </summary>
    private void ThrowIfUnconfirmed()
    {
        if (_isWarned)
        {
            throw new UnconfirmedCommitException("The commit was not confirmed by a standby.");
        }
    }

    /// <summary>To append after a shorter journal would give away positions that others know as something else.</summary>
    private void ThrowIfWentBack(JournalPosition head)
    {
        if (head < acknowledged())
        {
            throw PostgreSqlWatcher.WentBack(database, acknowledged(), head);
        }
    }

    private NpgsqlConnection Connect()
    {
        if (_connection is not null)
        {
            return _connection;
        }

        _connection = database.Connect();
        _connection.Notice += (_, notice) => _isWarned |= notice.Notice.InvariantSeverity == "WARNING";
        using var settings = new NpgsqlCommand(
            // What is acknowledged must be on disk, whatever the server's default: "local" and "off" wait for less.
            "SELECT set_config('client_min_messages', 'warning', false), set_config('lock_timeout', $1, false), "
                + "set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') "
                + "THEN 'on' ELSE current_setting('synchronous_commit') END, false)",
            _connection
        );
        settings.Parameters.Add(
            new NpgsqlParameter<string> { TypedValue = $"{(long)database.Options.LockWait.TotalMilliseconds}ms" }
        );
        settings.ExecuteNonQuery();
        return _connection;
    }

    private void Drop()
    {
        if (_connection is null)
        {
            return;
        }

        // Not for others: nobody knows what state it is in.
        database.ForgetConnections();
        _connection.Dispose();
        _connection = null;
    }

    /// <summary>A group whose commit was sent, and what to answer if it took place.</summary>
    private sealed record Sent(AppendResult[] Results, ChainHead Head);
}
