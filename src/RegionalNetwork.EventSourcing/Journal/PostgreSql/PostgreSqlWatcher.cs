using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// Notices entries of other nodes: PostgreSQL tells of each commit (LISTEN, NOTIFY), and because a notification can be lost with
/// its connection, or not pass a pooler, it looks again after an interval. A notification only wakes: anybody in the database can
/// send one.
/// </summary>
internal sealed class PostgreSqlWatcher : IAsyncDisposable
{
    private readonly PostgreSqlDatabase _database;
    private readonly PositionSignal _head;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private ChainHead _seen;

    /// <param name="seen">Where the journal ends at least.</param>
    public PostgreSqlWatcher(PostgreSqlDatabase database, PositionSignal head, ChainHead seen, TimeProvider time)
    {
        (_database, _head, _seen, _time) = (database, head, seen, time);
        _running = RunAsync();
    }

    public static JournalFormatException WentBack(
        PostgreSqlDatabase database,
        JournalPosition known,
        JournalPosition found
    ) =>
        new(
            $"The journal {database.Name} went back: it held position {known} and ends at {found} now, or holds something else "
                + "there. A standby without all entries was promoted, or an older backup restored. Start this node again.",
            innerException: null
        );

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await FollowAsync();
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (JournalFormatException fault)
            {
                // What this process shows is no longer what the journal says: whoever follows it must stop.
                _head.Stop(() => fault);
                return;
            }
            catch (Exception)
            {
                // Also one in the moment of the end, which is nobody's fault any more.
                // Whoever reads or appends meets the same fault and is told of it; if it passes, nothing was missed, since the
                // head counts and not the notification. This is the one connection that is always open, so the first to notice
                // that another server takes over.
                _database.ForgetConnections();
                await Task.Delay(_database.Options.PollInterval, _time, _stop.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>As long as one connection lasts.</summary>
    private async Task FollowAsync()
    {
        await using var connection = await _database.ConnectAsync(_stop.Token);
        await using (var listen = new NpgsqlCommand($"LISTEN {AppendTransaction.Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(_stop.Token);
        }

        await ThrowIfAnotherAsync(connection);
        while (true)
        {
            await LookAsync(connection);
            await connection.WaitAsync(_database.Options.PollInterval, _stop.Token);
        }
    }

    private async Task LookAsync(NpgsqlConnection connection)
    {
        // Before the look: what was acknowledged until now must be there.
        var known = _head.Position;
        await using var command = new NpgsqlCommand(AppendTransaction.ChainHeadSql, connection);
        await using var rows = await command.ExecuteReaderAsync(_stop.Token);
        var found = AppendTransaction.ReadChainHead(rows);
        if (found.Position < known)
        {
            throw WentBack(_database, known, found.Position);
        }

        _seen = found;
        _head.Advance(found.Position);
    }

    /// <summary>The server behind a new connection may be another one, or another journal.</summary>
    private async Task ThrowIfAnotherAsync(NpgsqlConnection connection)
    {
        if (_seen.Position == JournalPosition.Start)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            "SELECT hash FROM regional_network.entries WHERE position = $1",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = _seen.Position.Value });
        if (await command.ExecuteScalarAsync(_stop.Token) is not byte[] hash || !_seen.Hash.Equals(new ChainHash(hash)))
        {
            throw WentBack(_database, _seen.Position, _seen.Position);
        }
    }
}
