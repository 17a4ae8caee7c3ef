using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>Roles that people have or are offered in a world of the matrix: not everybody sees who has which.</summary>
internal static class MatrixRoles
{
    /// <summary>At every place of the matrix.</summary>
    public static IEnumerable<MatrixThing> Things => PlacesOfRoles().SelectMany(RolesAt);

    /// <summary>The one-time code of the offer at a place.</summary>
    public static string CodeOf(Place place) => $"code-of-{place.Kind}-{place.Code}";

    public static string OfferOf(Place place) => $"offer-{place.Kind}-{place.Code}";

    private static IEnumerable<Place> PlacesOfRoles() =>
        [
            .. CouncilCodes.Select(Place.Council),
            Place.Network(OwnNetwork),
            Place.Network(ForeignNetwork),
            Place.Region(Region),
            Place.Nation,
            Place.Service,
        ];

    /// <summary>A role that somebody has, one that is on offer, and at the own council broken glass.</summary>
    private static IEnumerable<MatrixThing> RolesAt(Place place)
    {
        var role = RoleAt(place.Kind);
        yield return new MatrixThing(
            MatrixTarget.AssignmentOf(place),
            Marker: null,
            async world =>
            {
                var hash = OneTimeCode.HashOf($"held-{CodeOf(place)}")!;
                await OfferAsync(world, MatrixTarget.AssignmentOf(place), role, place, hash);
                await world.DoAsync(
                    new AcceptRole(MatrixTarget.AssignmentOf(place), hash, 0),
                    new Actor($"person-{place.Kind}-{place.Code}", [])
                );
            },
            (table, caller) => AssignsAt(table, caller, place)
        );
        yield return new MatrixThing(
            OfferOf(place),
            Marker: null,
            world => OfferAsync(world, OfferOf(place), role, place, OneTimeCode.HashOf(CodeOf(place))!),
            (table, caller) => AssignsAt(table, caller, place)
        );
        if (place.Kind is PlaceKind.Council)
        {
            yield return new MatrixThing(
                $"glass-{place.Code}",
                Marker: null,
                world =>
                    world.DoAsync(
                        new BreakGlass($"glass-{place.Code}", place, "Fault 12: priorities are not shown", 30, true, 0),
                        new Actor("person-operator", [new Grant(Role.Operator, Place.Service)])
                    ),
                (table, caller) => AssignsAt(table, caller, place)
            );
        }
    }

    private static Task OfferAsync(MatrixWorld world, string code, Role role, Place place, string hash) =>
        world.DoAsync(
            new OfferRole(
                code,
                new RoleTerms(role, place, ServiceScope.Both, Today.AddDays(-10), null, null),
                hash,
                new OfferFacts(PlaceExists: true, IsInActorsNetwork: true, IsHeld: false, 0, null)
            ),
            As.AllRoles
        );

    /// <summary>Who assigns roles there: at the place itself, in a network for its councils, nationally for the regions.</summary>
    public static bool AssignsAt(ApprovedTable table, MatrixCaller caller, Place place) =>
        caller.May(table, Permission.AssignRoles, place)
        || (
            caller.MayAnywhere(table, Permission.AssignRoles)
            && (
                (caller.IsHeldAt(table, PlaceKind.Nation) && place.Kind == PlaceKind.Region)
                || (
                    caller.IsHeldAt(table, PlaceKind.Network)
                    && place.Kind == PlaceKind.Council
                    && WhoseIs(place.Code) is not null
                )
            )
        );

    public static Role RoleAt(PlaceKind kind) =>
        kind switch
        {
            PlaceKind.Council => Role.PractitionerChampion,
            PlaceKind.Network => Role.TeachingPartnershipLead,
            PlaceKind.Region => Role.RegulatorLiaison,
            PlaceKind.Nation => Role.ResearchPartner,
            _ => Role.Operator,
        };
}
