using Microsoft.Data.Sqlite;
using RegionalNetwork.EventSourcing.Journal.Sqlite;

namespace RegionalNetwork.Server.Backups;

/// <summary>
/// A copy of a SQLite file as it is at one moment, while others write to it (https://sqlite.org/backup.html).
/// </summary>
internal static class SqliteCopy
{
    /// <exception cref="EventSourcing.Journal.JournalUnavailableException">The file cannot be read, or the copy not written.</exception>
    public static void Make(SqliteFile source, string copy)
    {
        try
        {
            using var reading = source.ConnectReader();
            using var writing = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString()
            );
            writing.Open();
            reading.BackupDatabase(writing);
            // One file, without a log beside it.
            SqliteFile.Execute(writing, "PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException fault)
        {
            throw source.Translate(fault);
        }
    }
}
