using System.Text.Json.Serialization;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Server.Federation.Links;
using RegionalNetwork.Server.Federation.Members;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Federation.Status;

/// <summary>How the federation goes, as every node with this journal sees it.</summary>
/// <param name="Hub">Null where this node has none and had none.</param>
/// <param name="Members">Nodes that are members of this one, were, or are invited; by name.</param>
internal sealed record FederationStatus(HubStatus? Hub, IReadOnlyList<MemberStatus> Members)
{
    public static FederationStatus Of(NetworkSnapshot snapshot, FederationReports reports) =>
        new(
            snapshot.FederationLink.Link is { } link ? HubStatus.Of(link, reports.Hub) : null,
            [.. snapshot.FederationMembers.All.Select(member => MemberStatus.Of(member, reports.Find(member.Code)))]
        );
}

/// <summary>The hub of this node.</summary>
/// <param name="Member">What the hub calls this node.</param>
/// <param name="Level">The narrowest release that goes there.</param>
/// <param name="Queued">Number of the last message.</param>
/// <param name="Acknowledged">Number of the last message that the hub took or put in quarantine.</param>
/// <param name="Lag">Messages that it has not acknowledged.</param>
/// <param name="BehindSince">When the oldest of them was queued; null where there is none.</param>
/// <param name="HeardAt">When the hub last answered; null where nobody knows.</param>
/// <param name="Fault">What went wrong last; null once it went well again.</param>
internal sealed record HubStatus(
    string Url,
    string Member,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    long Queued,
    long Acknowledged,
    long Lag,
    DateTimeOffset? BehindSince,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? HeardAt,
    LinkFault? Fault,
    IReadOnlyList<QuarantinedMessage> Quarantined,
    LeavingHow? Leaving,
    DateTimeOffset? LeftAt
)
{
    public static HubStatus Of(HubLink link, LinkHealth health) =>
        new(
            link.Url,
            link.Member,
            link.Owns,
            link.Level,
            link.Messages.Count,
            link.Acknowledged,
            link.Lag,
            link.BehindSince,
            link.AcknowledgedAt,
            health.HeardAt,
            health.Fault,
            link.Quarantined,
            link.Leaving,
            link.LeftAt
        );
}

/// <summary>A member of this hub.</summary>
/// <param name="InvitedUntil">Until when its invitation can be used; null where none is open.</param>
/// <param name="Lag">Messages that wait at the member, as it last said; null where it has said nothing yet, or nobody knows.</param>
/// <param name="BehindSince">When the oldest of them was queued there.</param>
/// <param name="HeardAt">When it was last heard of.</param>
/// <param name="Problem">Why not all of its last batch was taken; null where it was.</param>
internal sealed record MemberStatus(
    string Name,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    bool IsEnrolled,
    DateTimeOffset? InvitedUntil,
    long Acknowledged,
    long? Lag,
    DateTimeOffset? BehindSince,
    DateTimeOffset? HeardAt,
    FederationProblem? Problem,
    IReadOnlyList<QuarantinedMessage> Quarantined,
    DateTimeOffset? LeftAt
)
{
    public static MemberStatus Of(FederationMember member, MemberReport? report)
    {
        long? lag = report is null ? null : Math.Max(0, report.Last - member.Acknowledged);
        return new MemberStatus(
            member.Code,
            member.Enrolments > 0 ? member.Owns : member.Invitation.Owns,
            member.Level,
            member.IsEnrolled,
            member.Invitation.IsUsed ? null : member.Invitation.Until,
            member.Acknowledged,
            lag,
            lag > 0 ? report!.BehindSince : null,
            report?.HeardAt ?? member.HeardAt,
            report?.Problem,
            member.Quarantined,
            member.LeftAt
        );
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FederationStatus))]
[JsonSerializable(typeof(LinkHealth))]
[JsonSerializable(typeof(MemberReport))]
internal sealed partial class StatusJson : JsonSerializerContext;
