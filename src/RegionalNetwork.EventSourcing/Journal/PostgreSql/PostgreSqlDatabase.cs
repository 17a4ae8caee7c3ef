using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// A database in which something is kept, the journal or what nodes share beside it: its connections, and what people call it.
/// </summary>
/// <remarks>All members may be called from any thread at any time.</remarks>
public sealed class PostgreSqlDatabase : IDisposable
{
    /// <summary>Statements that a connection keeps planned: more than there are.</summary>
    private const int PreparedStatements = 32;

    /// <summary>How many times the first pause the longest one is.</summary>
    private const int LongestPause = 10;

    private readonly NpgsqlMultiHostDataSource? _hosts;
    private readonly NpgsqlDataSource _source;

    private PostgreSqlDatabase(PostgreSqlJournalOptions options, string kind, NpgsqlConnectionStringBuilder settings)
    {
        Options = options;
        Kind = kind;
        Host = settings.Host!;
        Name = $"in the database {settings.Database ?? settings.Username} on {settings.Host}";
        _hosts = HostsOf(settings);
        _source = _hosts?.WithTargetSession(TargetSessionAttributes.Primary) ?? NpgsqlDataSource.Create(settings);
    }

    public PostgreSqlJournalOptions Options { get; }

    /// <summary>What is kept there, for messages: <c>journal</c>.</summary>
    public string Kind { get; }

    public string Host { get; }

    /// <summary>For messages, after <see cref="Kind"/>. Without the password that the connection string may hold.</summary>
    public string Name { get; }

    /// <param name="kind">See <see cref="Kind"/>.</param>
    /// <param name="connectionsMax">Connections that are open at one time; further callers wait for one.</param>
    /// <exception cref="InvalidDataException">The connection string is none, or names no host.</exception>
    public static PostgreSqlDatabase Of(PostgreSqlJournalOptions options, string kind, int connectionsMax)
    {
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                MaxPoolSize = connectionsMax,
                MaxAutoPrepare = PreparedStatements,
                AutoPrepareMinUsages = 2,
                CommandTimeout = (int)Math.Ceiling(options.AnswerWait.TotalSeconds),
                // A cancelled commit that waits for a standby counts as done although no standby has it. So nothing is ever
                // cancelled: a connection that does not answer is given up.
                CancellationTimeout = -1,
                TcpKeepAlive = true,
                Enlist = false,
            };
            settings.Timeout = Math.Min(settings.Timeout, settings.CommandTimeout);
            settings.ApplicationName ??= "RegionalNetwork";
            return settings.Host is { Length: > 0 }
                ? new PostgreSqlDatabase(options, kind, settings)
                : throw NoConnectionString(innerException: null);
        }
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            throw NoConnectionString(fault);
        }
    }

    public NpgsqlConnection Connect()
    {
        try
        {
            return _source.OpenConnection();
        }
        catch
        {
            ForgetHosts();
            throw;
        }
    }

    public async ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _source.OpenConnectionAsync(cancellationToken);
        }
        catch
        {
            ForgetHosts();
            throw;
        }
    }

    /// <summary>
    /// When one connection was lost, those that are open, free or in use, may be too: none is used again. A host that was the primary
    /// may be back as a standby by now.
    /// </summary>
    public void ForgetConnections()
    {
        _source.Clear();
        ForgetHosts();
    }

    /// <summary>The pause after a pause.</summary>
    internal static TimeSpan Longer(TimeSpan pause) =>
        pause < LongestPause * Limits.PostgreSqlRetryPause ? 2 * pause : pause;

    /// <summary>
    /// Runs something on a connection, and again on another one when that is lost, so it must be of no consequence when it is done
    /// twice.
    /// </summary>
    /// <exception cref="JournalUnavailableException">No connection was to be had in time, or the server refuses.</exception>
    public async Task<T> RunAsync<T>(
        Func<NpgsqlConnection, Task<T>> run,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(time);
        // Not by the wall clock: one that is set back would make everybody wait for hours.
        var began = time.GetTimestamp();
        var pause = Limits.PostgreSqlRetryPause;
        while (true)
        {
            try
            {
                await using var connection = await ConnectAsync(cancellationToken);
                return await run(connection);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                if (!PostgreSqlFault.IsLoss(fault) || time.GetElapsedTime(began) + pause > Options.ReconnectWait)
                {
                    throw Translate(fault);
                }
            }

            ForgetConnections();
            await Task.Delay(pause, time, cancellationToken);
            pause = Longer(pause);
        }
    }

    /// <summary>What a fault means to those who use the store; one that is none of the database's comes back as it is.</summary>
    public Exception Translate(Exception fault) => PostgreSqlFault.Translate(fault, $"{Kind} {Name}");

    public void Dispose()
    {
        _source.Dispose();
        _hosts?.Dispose();
    }

    /// <summary>
    /// Npgsql remembers by the wall clock what each of several hosts was: where that was set back, a host would not be asked for hours
    /// whether it is the primary now, or still.
    /// </summary>
    private void ForgetHosts() => _hosts?.ClearDatabaseStates();

    /// <summary>Null for one host.</summary>
    private static NpgsqlMultiHostDataSource? HostsOf(NpgsqlConnectionStringBuilder settings)
    {
        if (!settings.Host!.Contains(',', StringComparison.Ordinal))
        {
            return null;
        }

        // Only a primary takes appends, and only there reads know of all of them.
        settings.TargetSessionAttributes = null;
        return new NpgsqlDataSourceBuilder(settings.ToString()).BuildMultiHost();
    }

    /// <summary>Says nothing of what was given: it may hold a password.</summary>
    private static InvalidDataException NoConnectionString(Exception? innerException) =>
        new(
            "What names the PostgreSQL journal is no connection string. Give one as in "
                + "'Host=db.example.gov.uk;Database=regional_network;Username=regional_network;SSL Mode=VerifyFull'.",
            innerException
        );
}
