namespace RegionalNetwork.Server.People;

/// <summary>Limits of the vault, with units.</summary>
internal static class VaultLimits
{
    /// <summary>Keys that are kept in memory; England has about 5,000 users. One more is a fault, not a slower vault.</summary>
    public const int People = 200_000;

    /// <summary>Keys that are copied into another vault in one step.</summary>
    public const int CopiedPeople = 10_000;

    /// <summary>Characters of a person's code.</summary>
    public const int CodeCharacters = 128;

    /// <summary>Size to which the file may grow.</summary>
    public const long FileBytes = 1024L * 1024 * 1024;

    /// <summary>How long a change waits for another process that uses the vault.</summary>
    public static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(10);

    /// <summary>How soon a key is gone here that another node destroyed, once it is asked for.</summary>
    public static readonly TimeSpan SharedLook = TimeSpan.FromSeconds(1);

    /// <exception cref="InvalidOperationException">There would be more keys than a vault holds.</exception>
    public static void ThrowIfTooMany(int people)
    {
        if (people > People)
        {
            throw new InvalidOperationException($"A vault holds the keys of at most {People} people.");
        }
    }
}
