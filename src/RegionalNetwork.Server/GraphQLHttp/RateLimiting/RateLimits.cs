namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary>What a caller may ask for in a while, in cost units of the schema; what one operation may cost is the engine's limit.</summary>
internal static class RateLimits
{
    /// <summary>
    /// Cost units a minute for each caller, unless the operator says otherwise, and what a caller who was away may spend at once. A
    /// report that refreshes three hundred indicators for every council spends a tenth of it.
    /// </summary>
    public const double UnitsPerMinute = 3_000_000;

    /// <summary>The least that an operator may set: below it not even the schema can be fetched.</summary>
    public const double UnitsPerMinuteMin = 10_000;

    /// <summary>Cost units of any request, before what its operation costs.</summary>
    public const double RequestUnits = 10;

    /// <summary>Cost units of a request that never ran: reading and refusing a document costs more than a known one.</summary>
    public const double RefusedRequestUnits = 1_000;

    /// <summary>
    /// Cost units of an entry of the journal that a subscription reads although it was there before it began; each event made of
    /// them costs what its operation costs.
    /// </summary>
    public const double ReplayedEntryUnits = 1;

    /// <summary>Seconds that a replay waits at least when the budget is spent, so that a thousand of them do not ask in turn.</summary>
    public const int PauseSeconds = 1;

    /// <summary>Callers whose budgets are kept apart; the others share one.</summary>
    public const int CallersMax = 10_000;

    /// <summary>Seconds between two searches of a full table for callers who have spent nothing lately.</summary>
    public const int SweepSeconds = 1;

    /// <summary>Bits of an IPv6 address that tell networks apart: one household has the rest to itself.</summary>
    public const int Ipv6PrefixBits = 64;
}
