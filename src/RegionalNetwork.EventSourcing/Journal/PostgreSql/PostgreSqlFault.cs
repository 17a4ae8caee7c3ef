using System.Net.Sockets;
using Npgsql;

namespace RegionalNetwork.EventSourcing.Journal.PostgreSql;

/// <summary>
/// What PostgreSQL's error codes mean for a journal or another store. See https://www.postgresql.org/docs/15/errcodes-appendix.html.
/// </summary>
internal static class PostgreSqlFault
{
    /// <summary>
    /// Whether the connection, or the server's will to take appends on it, is lost: another connection may fare better.
    /// </summary>
    public static bool IsLoss(Exception fault) =>
        fault switch
        {
            PostgresException error => error.SqlState
                is PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CrashShutdown
                    or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.IdleSessionTimeout
                    or PostgresErrorCodes.ReadOnlySqlTransaction
                    // "cannot set transaction read-write mode during recovery": it is a standby.
                    or PostgresErrorCodes.FeatureNotSupported
                    or PostgresErrorCodes.TooManyConnections
                || error.SqlState.StartsWith("08", StringComparison.Ordinal),
            // A certificate that is not trusted will not be so in a second.
            NpgsqlException => fault.InnerException is not System.Security.Authentication.AuthenticationException,
            _ => fault is UnconfirmedCommitException or SocketException or IOException or TimeoutException,
        };

    public static Exception Translate(Exception fault, string store) =>
        fault switch
        {
            PostgresException error => Translate(error, store),
            UnconfirmedCommitException => Unreachable(
                $"No standby has confirmed what was appended to the {store}. Send the command again.",
                fault
            ),
            NpgsqlException { InnerException: System.Security.Authentication.AuthenticationException } => Unreachable(
                $"The server of the {store} could not prove who it is. Check Root Certificate, SSL Mode and the host's name.",
                fault
            ),
            NpgsqlException or SocketException or IOException or TimeoutException => Unreachable(
                $"The {store} does not answer. What was acknowledged is safe; send the command again. Check that "
                    + "PostgreSQL runs and can be reached from here.",
                fault
            ),
            _ => fault,
        };

    private static Exception Translate(PostgresException error, string store) =>
        error.SqlState switch
        {
            PostgresErrorCodes.DiskFull => new JournalUnavailableException(
                JournalUnavailableReason.Full,
                $"There is no space left for the {store}. Make space and send the command again; no restart is needed.",
                error
            ),
            PostgresErrorCodes.LockNotAvailable => new JournalUnavailableException(
                JournalUnavailableReason.Locked,
                $"Another node, or a commit that waits for a standby, keeps the {store} locked. Send the command again "
                    + "later.",
                error
            ),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new JournalFormatException(
                $"The {store} is damaged. Nothing was changed in it. Go on with a standby, or restore a backup.",
                error
            ),
            PostgresErrorCodes.InsufficientPrivilege => Unreachable(
                $"The role may not use the {store} ({error.MessageText}). Run the command prepare as the owner of the "
                    + "database, and deploy/postgresql/roles.sql once.",
                error
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.FeatureNotSupported => Unreachable(
                $"The {store} cannot be written: the server is a standby. Name the primary, or all hosts.",
                error
            ),
            _ => Unreachable(
                $"The {store} cannot be used (PostgreSQL error {error.SqlState}: {error.MessageText}).",
                error
            ),
        };

    private static JournalUnavailableException Unreachable(string message, Exception fault) =>
        new(JournalUnavailableReason.Unreachable, message, fault);
}

/// <summary>A commit ended on the primary, but its wait for a standby was cut short.</summary>
internal sealed class UnconfirmedCommitException(string warning) : Exception(warning);
