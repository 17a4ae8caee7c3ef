using System.Globalization;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.RoleAssignments;

/// <summary>Answers the reading half of <c>schema/role-assignments.graphql</c>.</summary>
internal static class RoleAssignmentResolvers
{
    /// <summary>The directory's order.</summary>
    private static readonly ListOrder<RoleAssignment> ByFirstDay = new(
        "role-assignments",
        SortPart<RoleAssignment>.Ascending(assignment =>
            assignment.Terms.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ),
        SortPart<RoleAssignment>.Ascending(assignment => assignment.Code)
    );

    public static ResolverMap AddRoleAssignments(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("permissionTable", _ => PermissionTable.Rows)
                    .Field(
                        "roleAssignments",
                        (RoleAssignmentsArguments a, ResolverContext context) => Select(a, context)
                    )
            )
            .Object<Actor>(
                "Viewer",
                viewer =>
                    viewer.Field(
                        "roleAssignments",
                        (actor, context) => context.Snapshot().RoleAssignments.OfPerson(actor.Subject)
                    )
            )
            .Object<PermissionRow>("RolePermissions", row => row.Field("heldAt", r => r.At))
            .Object<Place>(
                "Place",
                place =>
                    place
                        .Field("council", p => p.Kind == PlaceKind.Council ? CouncilResolvers.Find(p.Code) : null)
                        .Field("network", (p, context) => NetworkOf(p, context))
                        .Field(
                            "region",
                            p => p.Kind == PlaceKind.Region ? CouncilRegister.England.FindRegion(p.Code) : null
                        )
            )
            .Object<RoleAssignment>("RoleAssignment", AddRoleAssignmentFields)
            .Object<BrokenGlass>("BrokenGlass")
            .Object<Page<RoleAssignment>>("RoleAssignmentConnection")
            .Object<Edge<RoleAssignment>>("RoleAssignmentEdge")
            .AddRoleAssignmentMutations();

    private static void AddRoleAssignmentFields(ObjectResolvers<RoleAssignment> assignment) =>
        assignment
            .Field("role", a => a.Terms.Role)
            .Field("place", a => a.Terms.Place)
            .Field("scope", a => a.Terms.Scope)
            .Field("from", a => a.Terms.From)
            .Field("to", a => a.Terms.To)
            .Field("status", (a, context) => a.At(context.Network().Host.Clock.GetUtcNow()))
            .Field("offeredBy", a => a.Offer?.By)
            .Field("offeredFor", a => a.Offer?.For)
            .Field("offerExpires", a => a.Offer?.Expires)
            .Field("onBehalfOf", a => a.Terms.OnBehalfOf)
            .Field("brokenGlass", a => a.Glass);

    private static Network? NetworkOf(Place place, ResolverContext context) =>
        place.Kind == PlaceKind.Network ? context.Snapshot().Networks.Find(place.Code) : null;

    private static Page<RoleAssignment> Select(RoleAssignmentsArguments arguments, ResolverContext context)
    {
        var place = arguments.Place.ToPlace();
        return Connections.Of(
            RoleFacts.MaySee(context, context.Actor(), place) ? context.Snapshot().RoleAssignments.AtPlace(place) : [],
            ByFirstDay,
            arguments
        );
    }

    private sealed record RoleAssignmentsArguments(
        PlaceInput Place,
        int? First,
        string? After,
        int? Last,
        string? Before
    ) : PageArguments(First, After, Last, Before);
}
