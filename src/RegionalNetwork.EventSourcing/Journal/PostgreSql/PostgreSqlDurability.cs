using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>How safe what a server acknowledges is, read from its own settings at start.</summary>
/// <param name="ServerVersion">Such as <c>15.8</c>.</param>
/// <param name="SynchronousCommit">What its default is. Appends never wait for less than the server's own disk.</param>
/// <param name="SynchronousStandbyNames">Which standbys a commit waits for; empty for none.</param>
/// <param name="IsFlushed">Whether it asks its disk to flush at all (<c>fsync</c>, <c>full_page_writes</c>).</param>
/// <param name="HasChecksums">Whether it notices a page that its disk has changed (<c>data_checksums</c>).</param>
/// <param name="IsEncrypted">Whether this connection is.</param>
/// <param name="IsLocal">Whether the connection does not leave this machine.</param>
public sealed record PostgreSqlDurability(
    string ServerVersion,
    string SynchronousCommit,
    string SynchronousStandbyNames,
    bool IsFlushed,
    bool HasChecksums,
    bool IsEncrypted,
    bool IsLocal
)
{
    private const string Sql =
        "SELECT current_setting('server_version'), current_setting('synchronous_commit'), "
        + "current_setting('synchronous_standby_names'), "
        + "current_setting('fsync') = 'on' AND current_setting('full_page_writes') = 'on', "
        + "current_setting('data_checksums') = 'on', "
        + "coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false)";

    /// <summary>Whether a commit waits for a standby, so that the loss of one machine loses nothing.</summary>
    public bool HasStandby => SynchronousStandbyNames.Length > 0 && SynchronousCommit is not ("off" or "local");

    /// <summary>What whoever runs the service should know, in sentences: first how it is, then what is amiss.</summary>
    public IEnumerable<string> Sentences()
    {
        yield return $"PostgreSQL {ServerVersion}; synchronous_commit is {SynchronousCommit}, synchronous_standby_names is "
            + $"'{SynchronousStandbyNames}'.";
        yield return HasStandby
            ? "What is acknowledged is on a standby too."
            : "Warning. No standby confirms commits: what is acknowledged survives a crash of the server, not the loss of its disk.";
        if (SynchronousCommit is "off" or "local")
        {
            yield return $"Warning. synchronous_commit is {SynchronousCommit} on the server; appends use 'on'.";
        }

        if (SynchronousCommit == "remote_write" && HasStandby)
        {
            yield return "Warning. synchronous_commit is remote_write: the standby's operating system has what is acknowledged, its "
                + "disk may not.";
        }

        if (!IsFlushed)
        {
            yield return "Warning. fsync or full_page_writes is off: what is acknowledged may be lost when the server's machine fails.";
        }

        if (!HasChecksums)
        {
            yield return "Warning. The server has no data checksums: a page that its disk has changed is noticed by verify alone. Stop "
                + "it once and run pg_checksums --enable.";
        }

        if (!IsEncrypted && !IsLocal)
        {
            yield return "Warning. The connection is not encrypted. Add SSL Mode=VerifyFull.";
        }
    }

    internal static PostgreSqlDurability Read(NpgsqlConnection connection, PostgreSqlDatabase database)
    {
        using var command = new NpgsqlCommand(Sql, connection);
        using var rows = command.ExecuteReader();
        rows.Read();
        return new PostgreSqlDurability(
            rows.GetString(0),
            rows.GetString(1),
            rows.GetString(2),
            rows.GetBoolean(3),
            rows.GetBoolean(4),
            rows.GetBoolean(5),
            IsLocalHost(database.Host)
        );
    }

    private static bool IsLocalHost(string hosts) =>
        hosts
            .Split(',', StringSplitOptions.TrimEntries)
            .All(host => host[0] is '/' or '@' || host is "localhost" or "127.0.0.1" or "::1");
}
