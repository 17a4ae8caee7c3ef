namespace RegionalNetwork.EventSourcing.Journal.Sqlite;

/// <summary>Where a journal is and how it behaves beside others on the same file.</summary>
/// <param name="Path">
/// The journal's file. It is created when missing; its directory is not. SQLite adds <c>-wal</c> and <c>-shm</c>.
/// </param>
/// <param name="BytesMax">
/// Size to which the file may grow; at it, appends fail as they do on a full disk. At least 64 KiB.
/// </param>
/// <param name="BusyWait">How long an append waits for other processes to finish theirs.</param>
/// <param name="PollInterval">How often to look for entries of other processes.</param>
public sealed record SqliteJournalOptions(string Path, long BytesMax, TimeSpan BusyWait, TimeSpan PollInterval)
{
    public static SqliteJournalOptions At(string path) =>
        new(path, Limits.SqliteBytes, Limits.SqliteBusyWait, Limits.SqlitePollInterval);
}
