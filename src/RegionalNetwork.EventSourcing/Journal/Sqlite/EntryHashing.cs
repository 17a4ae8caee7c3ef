using Microsoft.Data.Sqlite;

namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>
/// Copies the entries of format 1 into the table of format 2, each with its hash, one at a time: memory does not grow with the
/// journal. The caller's transaction makes it all or nothing.
/// </summary>
internal static class EntryHashing
{
    private const string OldEntriesSql =
        "SELECT e.position, e.stream, e.version, e.type, e.command_id, e.actor, e.recorded_at, e.payload, "
        + "s.category, s.key "
        + "FROM entries_of_format_1 e LEFT JOIN streams s ON s.id = e.stream ORDER BY e.position";

    /// <exception cref="JournalFormatException">An entry is missing or no entry.</exception>
    public static void Run(SqliteConnection connection)
    {
        using (var oldEntries = new SqliteStatement(connection, OldEntriesSql, 0))
        using (var addEntry = new SqliteStatement(connection, SqliteAppender.AddEntrySql, SqliteAppender.EntryColumns))
        using (var rows = oldEntries.Query())
        {
            var reading = new EntryRows(connection.DataSource);
            var head = EntryChain.Start;
            while (rows.Read())
            {
                var entry = reading.Read(rows);
                reading.ThrowIfGap(head.Position.Value + 1, entry.Position.Value, entry);
                head = new ChainHead(entry.Position, EntryChain.Next(head.Hash, entry));
                SqliteAppender.Add(addEntry, rows.GetInt64(1), entry, head.Hash);
            }
        }
        SqliteFile.Execute(connection, "DROP TABLE entries_of_format_1");
    }
}
