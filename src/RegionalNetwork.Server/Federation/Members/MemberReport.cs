namespace RegionalNetwork.Server.Federation.Members;

/// <summary>What a member last said of itself.</summary>
/// <param name="Last">Number of the last message that waits at the member.</param>
/// <param name="BehindSince">When the oldest one that waits there was queued; null where none does.</param>
/// <param name="Problem">Why not all of the last batch was taken; null where it was.</param>
internal sealed record MemberReport(
    DateTimeOffset HeardAt,
    long Last,
    DateTimeOffset? BehindSince,
    FederationProblem? Problem
);
