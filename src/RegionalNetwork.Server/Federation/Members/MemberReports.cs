using System.Collections.Concurrent;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>What members last said of themselves. In memory: they say it again within <see cref="FederationLimits.HelloInterval"/>.</summary>
internal sealed class MemberReports
{
    private readonly ConcurrentDictionary<string, MemberReport> _reports = new(StringComparer.Ordinal);

    public MemberReport? Find(string member) => _reports.GetValueOrDefault(member);

    /// <param name="member">Enrolled: of nobody else is a report kept.</param>
    public void Record(string member, MemberReport report) => _reports[member] = report;
}

/// <param name="Last">Number of the last message that waits at the member.</param>
/// <param name="BehindSince">When the oldest one that waits there was queued; null where none does.</param>
/// <param name="Problem">Why not all of the last batch was taken; null where it was.</param>
internal sealed record MemberReport(
    DateTimeOffset HeardAt,
    long Last,
    DateTimeOffset? BehindSince,
    FederationProblem? Problem
);
