using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Access;

/// <summary>How rows of the access log are read.</summary>
internal static class AccessRows
{
    /// <summary>The last record; of an empty log the last that was deleted.</summary>
    public const string HeadSql =
        "SELECT position, hash, at FROM (SELECT position, hash, at FROM records ORDER BY position DESC LIMIT 1) "
        + "UNION ALL SELECT position, hash, at FROM forgotten LIMIT 1";

    public const string ForgottenSql = "SELECT position, hash, at FROM forgotten";

    public const string Columns =
        "SELECT position, at, reader, on_behalf_of, council, subject, purpose, reason, request_id";

    public static AccessHead ReadHead(SqliteStatement head)
    {
        using var row = head.Query();
        return row.Read()
            ? new AccessHead(row.GetInt64(0), new ChainHash(row.GetFieldValue<byte[]>(1)), Instant(row.GetInt64(2)))
            : AccessChain.Start;
    }

    /// <exception cref="JournalFormatException">The row cannot have been written by this program.</exception>
    public static AccessEntry Read(SqliteDataReader row)
    {
        if (!Enum.TryParse<AccessPurpose>(row.GetString(6), out var purpose))
        {
            throw new JournalFormatException(
                $"The access log is damaged: the record at position {row.GetInt64(0)} has no valid purpose. Keep a copy and "
                    + "restore it from a backup.",
                innerException: null
            );
        }

        return new AccessEntry(
            row.GetInt64(0),
            new AccessRecord(
                Instant(row.GetInt64(1)),
                row.GetString(2),
                Text(row, 3),
                row.GetString(4),
                row.GetString(5),
                purpose,
                Text(row, 7),
                row.GetString(8)
            )
        );
    }

    /// <summary>An instant that the file cannot have got from this program is one that fits no hash.</summary>
    private static DateTimeOffset Instant(long microseconds) =>
        UnixMicroseconds.IsInstant(microseconds) ? UnixMicroseconds.ToInstant(microseconds) : DateTimeOffset.MinValue;

    private static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
