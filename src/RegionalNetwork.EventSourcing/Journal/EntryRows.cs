using System.Data.Common;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Turns rows of a database into entries: position, stream, version, type, command id, actor, recorded at, payload, category, key. What
/// cannot have been written by this program is damage.
/// </summary>
internal sealed class EntryRows(string journal)
{
    private readonly Dictionary<long, StreamId> _streams = [];

    /// <exception cref="JournalFormatException">The row is no entry.</exception>
    public JournalEntry Read(DbDataReader row)
    {
        var position = new JournalPosition(row.GetInt64(0));
        if (!UnixMicroseconds.IsInstant(row.GetInt64(6)))
        {
            throw Damaged($"the entry at position {position} has no valid time");
        }
        return new JournalEntry(
            position,
            StreamOf(row, position),
            new StreamVersion(row.GetInt64(2)),
            row.GetString(3),
            row.GetFieldValue<byte[]>(7),
            row.GetString(4),
            row.GetString(5),
            UnixMicroseconds.ToInstant(row.GetInt64(6))
        );
    }

    /// <summary>The entry with its hash, which is the column after those of <see cref="Read"/>.</summary>
    /// <exception cref="JournalFormatException">The row is no entry, or the hash none.</exception>
    public ChainedEntry ReadChained(DbDataReader row)
    {
        var entry = Read(row);
        var hash = row.GetFieldValue<byte[]>(10);
        return hash.Length == ChainHash.LengthBytes
            ? new ChainedEntry(entry, new ChainHash(hash))
            : throw Damaged($"the entry at position {entry.Position} has no valid hash");
    }

    /// <summary>
    /// Numbers have no gaps. If one is missing, part of the journal is: to go on would silently leave it out.
    /// </summary>
    public void ThrowIfGap(long expected, long actual, JournalEntry entry)
    {
        if (actual != expected)
        {
            throw Damaged($"number {expected} is missing before position {entry.Position}");
        }
    }

    private StreamId StreamOf(DbDataReader row, JournalPosition position)
    {
        if (_streams.TryGetValue(row.GetInt64(1), out var stream))
        {
            return stream;
        }
        if (row.IsDBNull(8) || !StreamId.TryCreate(row.GetString(8), row.GetString(9), out stream))
        {
            throw Damaged($"the entry at position {position} belongs to no valid stream");
        }
        _streams.Add(row.GetInt64(1), stream);
        return stream;
    }

    private JournalFormatException Damaged(string finding) =>
        new(
            $"The journal {journal} is damaged: {finding}. Nothing was changed in it. Keep a copy and restore it from a backup.",
            innerException: null
        );
}
