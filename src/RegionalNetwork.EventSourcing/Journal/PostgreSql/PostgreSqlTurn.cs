using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// A turn that is an advisory lock of a session, so that it needs no table to write to. The server ends a session that says nothing
/// for as long as its lease, and the lock with it: a process that was killed gives its turn back at once, one that
/// hangs, or whose machine or network is gone, after the lease. Who has the turn says something after each third of it and waits as
/// long for the answer, so that it hears of its loss before another process has the turn.
/// </summary>
internal sealed class PostgreSqlTurn : WorkTurn
{
    /// <summary>"RNW1" in ASCII. Locks of two numbers are others than those of one, such as the append lock.</summary>
    private const int Locks = 0x524E5731;

    private const string TakeSql = "SELECT set_config('idle_session_timeout', $3, false), pg_try_advisory_lock($1, $2)";

    private const string GiveBackSql =
        "SELECT set_config('idle_session_timeout', '0', false), pg_advisory_unlock($1, $2)";

    private readonly NpgsqlConnection _connection;
    private readonly int _work;
    private readonly TimeSpan _interval;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _speaking;

    private PostgreSqlTurn(NpgsqlConnection connection, int work, TimeSpan lease, TimeProvider time)
    {
        (_connection, _work, _interval, _time) = (connection, work, IntervalOf(lease), time);
        _speaking = SpeakAsync();
    }

    public override CancellationToken Lost => _lost.Token;

    /// <returns>Null while another process has the turn.</returns>
    public static async Task<PostgreSqlTurn?> TryTakeAsync(
        PostgreSqlDatabase database,
        string work,
        TimeSpan lease,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var connection = await database.ConnectAsync(cancellationToken);
        try
        {
            // Another name with the same number would wait for its turn without need, and no more.
            var number = BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(work)));
            if (await TryLockAsync(connection, number, lease, cancellationToken))
            {
                return new PostgreSqlTurn(connection, number, lease, time);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public override async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _speaking;
        try
        {
            // A session that was lost is closed, and has no lock.
            if (!_lost.IsCancellationRequested)
            {
                await ExecuteAsync(_connection, GiveBackSql, _interval, CancellationToken.None, Of(Locks), Of(_work));
            }
        }
        catch (Exception fault) when (PostgreSqlFault.IsLoss(fault))
        {
            // It was lost in this moment.
        }

        await _connection.DisposeAsync();
        _ended.Dispose();
        _lost.Dispose();
        await base.DisposeAsync();
    }

    private static async Task<bool> TryLockAsync(
        NpgsqlConnection connection,
        int work,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        var isTaken = await ExecuteAsync(
            connection,
            TakeSql,
            IntervalOf(lease),
            cancellationToken,
            Of(Locks),
            Of(work),
            new NpgsqlParameter<string>
            {
                TypedValue = lease.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture),
            }
        );
        if (!isTaken)
        {
            await ExecuteAsync(
                connection,
                "SELECT set_config('idle_session_timeout', '0', false), false",
                IntervalOf(lease),
                default
            );
        }

        return isTaken;
    }

    /// <summary>Keeps the session from being ended, and notices when it was.</summary>
    private async Task SpeakAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(_interval, _time, _ended.Token);
                await ExecuteAsync(_connection, "SELECT '', true", _interval, CancellationToken.None);
            }
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Exception)
        {
            await _lost.CancelAsync();
        }
    }

    private static TimeSpan IntervalOf(TimeSpan lease) => lease / 3;

    /// <returns>The second column.</returns>
    private static async Task<bool> ExecuteAsync(
        NpgsqlConnection connection,
        string sql,
        TimeSpan answerMax,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.CommandTimeout = (int)Math.Ceiling(answerMax.TotalSeconds);
        command.Parameters.AddRange(values);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) && rows.GetBoolean(1);
    }

    private static NpgsqlParameter<int> Of(int value) => new() { TypedValue = value };
}
