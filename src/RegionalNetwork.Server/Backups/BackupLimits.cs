namespace RegionalNetwork.Server.Backups;

/// <summary>Limits of backups.</summary>
internal static class BackupLimits
{
    /// <summary>Files in one backup: the journal, the access log, the node's own key, and the keys of cookies, of which one is made every 90 days.</summary>
    public const int Files = 1_000;

    /// <summary>Bytes of a backup's list of contents; a line has about 200.</summary>
    public const int ManifestBytes = 1024 * 1024;

    /// <summary>Bytes of one file in a backup: as large as a journal's file may be.</summary>
    public const long FileBytes = EventSourcing.Limits.SqliteBytes;
}
