using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation.Members;

/// <summary>A node that sends this hub what its councils released.</summary>
/// <param name="Owns">The councils that it speaks for; of no others does the hub take anything from it.</param>
/// <param name="Level">The narrowest release that the hub takes.</param>
/// <param name="Invitation">The last one, used or not.</param>
/// <param name="Key">Public key, base64 of its SubjectPublicKeyInfo; null before it is enrolled.</param>
/// <param name="Enrolments">How often it was enrolled: its messages are numbered anew each time.</param>
/// <param name="Acknowledged">Number of the last message that was taken or put in quarantine.</param>
/// <param name="Quarantined">Those that nothing has settled yet, oldest first.</param>
public sealed record FederationMember(
    string Code,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    MemberInvitation Invitation,
    string? Key,
    int Enrolments,
    long Acknowledged,
    ImmutableList<QuarantinedMessage> Quarantined,
    DateTimeOffset? HeardAt,
    DateTimeOffset? LeftAt
)
{
    private const string SubjectPrefix = "member:";
    private const string ApproverSuffix = ":approver";

    /// <summary>Whether messages of it are taken.</summary>
    public bool IsEnrolled => Key is not null && LeftAt is null;

    /// <summary>What the journal calls it as an actor.</summary>
    public string Subject => SubjectPrefix + Code;

    /// <summary>It has no role: what it may do is what it owns.</summary>
    public Actor Actor => new(Subject, []);

    /// <summary>Whoever approved, released or withdrew at the node: somebody else than who entered it, and nobody's code.</summary>
    internal Actor Approver => new(Subject + ApproverSuffix, []);
}

/// <param name="CodeHash">SHA-256 of the one-time code, in lower-case hexadecimal digits.</param>
/// <param name="Owns">What the node will speak for once it is enrolled with the code.</param>
public sealed record MemberInvitation(
    string CodeHash,
    IReadOnlyList<Place> Owns,
    ReleaseLevel Level,
    DateTimeOffset Until,
    bool IsUsed
)
{
    /// <summary>Whether the code can still be used.</summary>
    public bool IsOpen(DateTimeOffset now) => !IsUsed && now < Until;
}
