using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// The one connection on which a store writes what must not be lost, and a new one when that is lost. One thread at a time uses it.
/// </summary>
/// <param name="closing">Ends the waiting for a server that is away.</param>
public sealed class PostgreSqlWriter(PostgreSqlDatabase database, TimeProvider time, CancellationToken closing)
    : IDisposable
{
    private NpgsqlConnection? _connection;
    private bool _isWarned;

    /// <summary>
    /// Runs something on the connection, and again on a new one when that is lost: whatever was committed of it must be found, or be
    /// of no consequence when it is done twice.
    /// </summary>
    /// <exception cref="NpgsqlException">As it came; <see cref="PostgreSqlDatabase.Translate"/> says what it means.</exception>
    public T Run<T>(Func<NpgsqlConnection, T> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        // Not by the wall clock: one that is set back would make everybody wait for hours.
        var began = time.GetTimestamp();
        var pause = Limits.PostgreSqlRetryPause;
        while (true)
        {
            try
            {
                return run(Connect());
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

    /// <summary>Runs what ends with a commit, inside of <see cref="Run"/>.</summary>
    /// <remarks>
    /// Where somebody cancels a commit that waits for a standby, PostgreSQL reports success with a warning: what was written is on the
    /// primary alone, and would be lost with it. That counts as a loss of the connection.
    /// </remarks>
    public void Commit(Action commit)
    {
        ArgumentNullException.ThrowIfNull(commit);
        _isWarned = false;
        commit();
        if (_isWarned)
        {
            throw new UnconfirmedCommitException("The commit was not confirmed by a standby.");
        }
    }

    public void Dispose() => Drop();

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
}
