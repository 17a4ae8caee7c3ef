namespace RegionalNetwork.Server.People;

/// <summary>Limits of the vault, with units.</summary>
internal static class VaultLimits
{
    /// <summary>Keys that are kept in memory; England has about 5,000 users. One more is a fault, not a slower vault.</summary>
    public const int People = 200_000;

    /// <summary>Characters of a person's code.</summary>
    public const int CodeCharacters = 128;

    /// <summary>Size to which the file may grow.</summary>
    public const long FileBytes = 1024L * 1024 * 1024;

    /// <summary>How long a change waits for another process that uses the vault.</summary>
    public static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(10);
}
