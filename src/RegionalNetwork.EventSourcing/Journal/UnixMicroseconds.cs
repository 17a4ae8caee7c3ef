namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>Instants as they are kept: whole microseconds since 1970-01-01T00:00:00Z.</summary>
public static class UnixMicroseconds
{
    private static readonly long Min = Of(DateTimeOffset.MinValue);
    private static readonly long Max = Of(DateTimeOffset.MaxValue);

    public static long Of(DateTimeOffset instant) =>
        (instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;

    /// <summary>Whether the number is an instant at all; one from a damaged file may be none.</summary>
    public static bool IsInstant(long microseconds) => microseconds >= Min && microseconds <= Max;

    public static DateTimeOffset ToInstant(long microseconds) =>
        new((microseconds * TimeSpan.TicksPerMicrosecond) + DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.Zero);
}
