using RegionalNetwork.Domain.RoleAssignments;

namespace RegionalNetwork.Server.RoleAssignments;

/// <summary>How a role assignment stands at a moment.</summary>
internal enum RoleAssignmentStatus
{
    Offered,
    Expired,
    Revoked,
    ToCome,
    Held,
    Ended,
}

internal static class RoleAssignmentStatuses
{
    public static RoleAssignmentStatus At(this RoleAssignment assignment, DateTimeOffset now) =>
        assignment.Offer is { IsRevoked: true } ? RoleAssignmentStatus.Revoked
        : assignment.IsOpen(now) ? RoleAssignmentStatus.Offered
        : assignment.Person is null ? RoleAssignmentStatus.Expired
        : assignment.Holds(now) ? RoleAssignmentStatus.Held
        : assignment.Terms.From > DateOnly.FromDateTime(now.UtcDateTime) ? RoleAssignmentStatus.ToCome
        : RoleAssignmentStatus.Ended;
}
