using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.RoleAssignments;

/// <summary>What decisions about roles need to know of the rest of the network.</summary>
internal static class RoleFacts
{
    public static OfferFacts Of(NetworkSnapshot snapshot, Actor actor, RoleTerms terms, DateTimeOffset now) =>
        new(
            NetworkExists(snapshot, terms.Place),
            IsInActorsNetwork(snapshot, actor, terms.Place, DateOnly.FromDateTime(now.UtcDateTime)),
            snapshot.RoleAssignments.IsHeld(terms.Role, terms.Place, terms.Scope, now),
            snapshot.RoleAssignments.OpenOffersOf(actor.Subject, now),
            terms.OnBehalfOf is { } principal ? snapshot.RoleAssignments.Find(principal) : null
        );

    public static bool NetworkExists(NetworkSnapshot snapshot, Place place) =>
        place.Kind == PlaceKind.Network && snapshot.Networks.Find(place.Code)?.Place == place;

    /// <summary>Whether the actor may see who has a role at the place.</summary>
    public static bool MaySee(ResolverContext context, Actor actor, Place place) =>
        RoleAuthority.MaySee(actor, place, IsInActorsNetwork(context.Snapshot(), actor, place, context.Today()));

    /// <summary>Whether the place is a council of a network where the actor assigns roles.</summary>
    public static bool IsInActorsNetwork(NetworkSnapshot snapshot, Actor actor, Place place, DateOnly today) =>
        place.Kind == PlaceKind.Council
        && snapshot
            .Networks.OfCouncil(place.Code)
            .Any(network =>
                network.IsMember(place.Code, today) && actor.May(Permission.AssignRoles, Place.Network(network.Id))
            );
}
