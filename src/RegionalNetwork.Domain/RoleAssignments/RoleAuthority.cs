using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>Who may give which role where, among those whom the table lets assign roles.</summary>
public static class RoleAuthority
{
    /// <summary>With these a council begins; a network's coordinator may give the first of each.</summary>
    private static readonly Role[] CouncilsFirstRoles =
    [
        Role.CouncilApprover,
        Role.PrincipalSocialWorker,
        Role.DataOfficer,
    ];

    /// <summary>Whether the actor assigns roles at the place, and so may see who has one there.</summary>
    /// <param name="isInActorsNetwork">See <see cref="OfferFacts.IsInActorsNetwork"/>.</param>
    public static bool MaySee(Actor actor, Place place, bool isInActorsNetwork) =>
        actor.Grants.Any(grant =>
            grant.Allows(Permission.AssignRoles)
            && (
                Reaches(grant, place)
                || (grant.Place.Kind == PlaceKind.Network && place.Kind == PlaceKind.Council && isInActorsNetwork)
            )
        );

    /// <summary>A delegate gives roles as the approver does, but not approval itself: it would outlast the delegation.</summary>
    internal static bool MayGive(Actor actor, RoleTerms terms, OfferFacts facts) =>
        (actor.OnBehalfOf is null || terms.Role != Role.CouncilApprover)
        && actor.Grants.Any(grant =>
            grant.Allows(Permission.AssignRoles)
            && (
                (Reaches(grant, terms.Place) && PermissionTable.Includes(grant.Scope, terms.Scope))
                || (
                    grant.Place.Kind == PlaceKind.Network
                    && terms.Place.Kind == PlaceKind.Council
                    && facts is { IsInActorsNetwork: true, IsHeld: false }
                    && CouncilsFirstRoles.Contains(terms.Role)
                )
            )
        );

    /// <summary>Who may give a role may take it back; so may who gave it, while they still assign roles.</summary>
    internal static bool MayTake(Actor actor, RoleAssignment assignment) =>
        MayGive(actor, assignment.Terms, new OfferFacts(false, false, IsHeld: true, 0, null))
        || (assignment.Offer?.By == actor.Subject && actor.May(Permission.AssignRoles));

    private static bool Reaches(Grant grant, Place place) =>
        grant.Place.Covers(place) || (grant.Place.Kind == PlaceKind.Nation && place.Kind == PlaceKind.Region);
}
