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
}
