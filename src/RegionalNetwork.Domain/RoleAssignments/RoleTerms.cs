using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>Which role, where, and from when to when.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day, or null while it has none.</param>
/// <param name="OnBehalfOf">The assignment of the person for whom a deputy or delegate acts, or null.</param>
public sealed record RoleTerms(
    Role Role,
    Place Place,
    ServiceScope Scope,
    DateOnly From,
    DateOnly? To,
    string? OnBehalfOf
)
{
    internal bool Covers(DateOnly day) => From <= day && (To is not { } last || day <= last);
}
