namespace RegionalNetwork.Server.Hosting;

/// <summary>What is due each night, and at each start for the nights that were missed.</summary>
/// <param name="Name">Of the turn that one node at a time takes, and in the log.</param>
/// <param name="AfterMidnight">In UTC. After midnight, so that no clock is still on the day before.</param>
/// <param name="IsShared">
/// Whether it works on what all nodes share, so that one node at a time does it; otherwise each does it for what is its own.
/// </param>
/// <param name="RunAsync">
/// Does what is due now, step by step; each step changes nothing when it was done before. False where something is left to be tried
/// again soon.
/// </param>
internal sealed record NightlyTask(
    string Name,
    TimeSpan AfterMidnight,
    bool IsShared,
    Func<CancellationToken, Task<bool>> RunAsync
)
{
    /// <summary>After this instant, the next one that it is due at.</summary>
    public DateTimeOffset DueAfter(DateTimeOffset now)
    {
        var tonight = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + AfterMidnight;
        return tonight > now ? tonight : tonight.AddDays(1);
    }
}
