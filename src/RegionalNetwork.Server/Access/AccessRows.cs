using System.Data.Common;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Access;

/// <summary>How rows of the access log are read.</summary>
internal static class AccessRows
{
    public const string Columns =
        "SELECT position, at, reader, on_behalf_of, council, subject, purpose, reason, request_id";

    /// <param name="row">Position, hash and time of a record, or nothing.</param>
    public static AccessHead ReadHead(DbDataReader row) =>
        row.Read()
            ? new AccessHead(row.GetInt64(0), new ChainHash(row.GetFieldValue<byte[]>(1)), Instant(row.GetInt64(2)))
            : AccessChain.Start;

    /// <param name="row">With the columns of <see cref="Columns"/>, then the hash.</param>
    /// <exception cref="JournalFormatException">The row cannot have been written by this program.</exception>
    public static ChainedAccess ReadChained(DbDataReader row)
    {
        var hash = row.GetFieldValue<byte[]>(9);
        return hash.Length == ChainHash.LengthBytes
            ? new ChainedAccess(Read(row), new ChainHash(hash))
            : throw new JournalFormatException(
                $"The access log is damaged: the record at position {row.GetInt64(0)} has no valid hash. Keep a copy and restore it "
                    + "from a backup.",
                innerException: null
            );
    }

    /// <exception cref="JournalFormatException">The row cannot have been written by this program.</exception>
    public static AccessEntry Read(DbDataReader row)
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

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
