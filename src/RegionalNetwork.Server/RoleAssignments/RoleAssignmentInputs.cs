using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.RoleAssignments;

internal sealed record PlaceInput(PlaceKind Kind, string Code)
{
    public Place ToPlace() => new(Kind, Code);
}

/// <param name="From">Null for today.</param>
internal sealed record OfferRoleInput(
    string CommandId,
    Role Role,
    PlaceInput Place,
    ServiceScope Scope,
    DateOnly? From,
    DateOnly? To,
    string? OnBehalfOf
);

internal sealed record AcceptRoleInput(string CommandId, string Code);

internal sealed record RevokeOfferInput(string CommandId, string Assignment);

internal sealed record EndRoleInput(string CommandId, string Assignment, DateOnly To);

internal sealed record BreakGlassInput(string CommandId, PlaceInput Place, string Reason, int Minutes);
