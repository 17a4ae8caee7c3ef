using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>The database of a journal: its connections, and what people call it.</summary>
internal sealed class PostgreSqlDatabase : IDisposable
{
    /// <summary>Statements that a connection keeps planned: more than there are.</summary>
    private const int PreparedStatements = 32;

    /// <summary>How many times the first pause the longest one is.</summary>
    private const int LongestPause = 10;

    private readonly NpgsqlDataSource _source;

    private PostgreSqlDatabase(PostgreSqlJournalOptions options, NpgsqlConnectionStringBuilder settings)
    {
        Options = options;
        Host = settings.Host!;
        Name = $"in the database {settings.Database ?? settings.Username} on {settings.Host}";
        _source = Source(settings);
    }

    public PostgreSqlJournalOptions Options { get; }

    public string Host { get; }

    /// <summary>For messages, after "the journal". Without the password that the connection string may hold.</summary>
    public string Name { get; }

    /// <exception cref="InvalidDataException">The connection string is none, or names no host.</exception>
    public static PostgreSqlDatabase Of(PostgreSqlJournalOptions options)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                MaxPoolSize = Limits.PostgreSqlConnections,
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
                ? new PostgreSqlDatabase(options, settings)
                : throw NoConnectionString(innerException: null);
        }
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            throw NoConnectionString(fault);
        }
    }

    public NpgsqlConnection Connect() => _source.OpenConnection();

    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) =>
        _source.OpenConnectionAsync(cancellationToken);

    /// <summary>
    /// When one connection was lost, those that are open, free or in use, may be too: none is used again.
    /// </summary>
    public void ForgetConnections() => _source.Clear();

    /// <summary>The pause after a pause.</summary>
    public static TimeSpan Longer(TimeSpan pause) =>
        pause < LongestPause * Limits.PostgreSqlRetryPause ? 2 * pause : pause;

    /// <summary>What a fault means to those who use the journal; one that is none of the database's comes back as it is.</summary>
    public Exception Translate(Exception fault) => PostgreSqlFault.Translate(fault, Name);

    public void Dispose() => _source.Dispose();

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder settings)
    {
        if (!settings.Host!.Contains(',', StringComparison.Ordinal))
        {
            return NpgsqlDataSource.Create(settings);
        }

        // Only a primary takes appends, and only there reads know of all of them.
        settings.TargetSessionAttributes = null;
        return new NpgsqlDataSourceBuilder(settings.ToString())
            .BuildMultiHost()
            .WithTargetSession(TargetSessionAttributes.Primary);
    }

    /// <summary>Says nothing of what was given: it may hold a password.</summary>
    private static InvalidDataException NoConnectionString(Exception? innerException) =>
        new(
            "What names the PostgreSQL journal is no connection string. Give one as in "
                + "'Host=db.example.gov.uk;Database=regional_network;Username=regional_network;SSL Mode=VerifyFull'.",
            innerException
        );
}
