using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// Counts, for each address and for each person, the tokens and codes that turned out to be none, so that guessing is slow. Nothing
/// is kept of who never failed.
/// </summary>
internal sealed class FailedAttempts(TimeProvider clock)
{
    private readonly CallerBudgets _failures = new(
        SurfaceLimits.FailedAttemptsPerMinute,
        SurfaceLimits.FailingCallers,
        clock
    );

    /// <returns>Null unless the caller has failed too often; otherwise until when they wait.</returns>
    public TimeSpan? WaitOf(CallerKey caller) =>
        _failures.Known(caller) is { } left && left.Remaining < 1 ? left.Until(1) : null;

    public void Record(CallerKey caller) => _failures.Of(caller).TrySpend(1);
}
