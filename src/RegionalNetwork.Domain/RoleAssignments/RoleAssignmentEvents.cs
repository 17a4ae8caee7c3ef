using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>What happens to a role assignment.</summary>
public abstract record RoleAssignmentEvent;

/// <param name="CodeHash">SHA-256 of the one-time code, in lower-case hexadecimal digits; the code itself is kept nowhere.</param>
/// <param name="OfferedBy">Code of a person, or <see cref="RoleAssignment.CommandLine"/>.</param>
/// <param name="OfferedFor">The person for whom a delegate offered it.</param>
/// <param name="OfferExpires">From then on the code is of no use.</param>
public sealed record RoleOffered(
    string Assignment,
    RoleTerms Terms,
    string CodeHash,
    string OfferedBy,
    string? OfferedFor,
    DateTimeOffset OfferExpires
) : RoleAssignmentEvent;

public sealed record RoleAccepted(string Person, DateOnly On) : RoleAssignmentEvent;

public sealed record OfferRevoked(string RevokedBy) : RoleAssignmentEvent;

/// <param name="To">Last day.</param>
public sealed record RoleEnded(DateOnly To, string EndedBy) : RoleAssignmentEvent;

/// <summary>An operator opened unpublished data of one place for a short time.</summary>
/// <param name="Until">From then on it is closed.</param>
public sealed record GlassBroken(
    string Assignment,
    string Person,
    Place Place,
    string Reason,
    DateTimeOffset From,
    DateTimeOffset Until
) : RoleAssignmentEvent;
