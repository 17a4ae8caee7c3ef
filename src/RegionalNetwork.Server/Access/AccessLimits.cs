namespace RegionalNetwork.Server.Access;

/// <summary>Limits of the access log, with units.</summary>
internal static class AccessLimits
{
    /// <summary>
    /// Records of one request, each by itself. What it read beyond is counted, in one record for each council and purpose.
    /// </summary>
    public const int RequestRecords = 1_000;

    /// <summary>Requests that may wait for the disk. The next is refused, and so is what it wanted to read.</summary>
    public const int QueueRequests = 1_024;

    /// <summary>Records that one read of the log gives.</summary>
    public const int ReadRecords = 1_000;

    /// <summary>Characters of each text but the reason.</summary>
    public const int NameCharacters = 512;

    /// <summary>Characters of a reason.</summary>
    public const int ReasonCharacters = 2_000;

    /// <summary>Records that one transaction deletes once they are older than is kept.</summary>
    public const int RetentionBatchRecords = 5_000;

    /// <summary>Size to which the file may grow.</summary>
    public const long FileBytes = 64L * 1024 * 1024 * 1024;

    /// <summary>How long a read of the network waits while another process writes to the log.</summary>
    public static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(5);
}
