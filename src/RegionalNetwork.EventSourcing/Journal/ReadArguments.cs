namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>The checks that every journal makes on a read.</summary>
internal static class ReadArguments
{
    public static void ThrowIfInvalid(long after, int entriesMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(entriesMax, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entriesMax, Limits.ReadEntries);
    }

    public static void ThrowIfInvalid(IReadOnlyCollection<StreamId> streams, long after, int entriesMax)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentOutOfRangeException.ThrowIfLessThan(streams.Count, 1, nameof(streams));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(streams.Count, Limits.ReadStreams, nameof(streams));
        ThrowIfInvalid(after, entriesMax);
    }
}
