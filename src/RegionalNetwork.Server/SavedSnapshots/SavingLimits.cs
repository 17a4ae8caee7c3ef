namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>When a snapshot is saved.</summary>
/// <param name="EntriesMin">
/// Entries since the last one that make another worth while: a node replays some 25,000 in a second.
/// </param>
/// <param name="ShareMin">Likewise, as a part of all entries: so all that is ever written is a multiple of what there is.</param>
/// <param name="LookInterval">How often the number of entries is looked at.</param>
internal sealed record SavingLimits(long EntriesMin, double ShareMin, TimeSpan LookInterval)
{
    public static SavingLimits Default { get; } = new(20_000, 0.1, TimeSpan.FromMinutes(1));

    public bool IsDue(long last, long now) => now - last >= Math.Max(EntriesMin, now * ShareMin);
}
