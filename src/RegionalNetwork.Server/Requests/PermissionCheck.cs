using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.Server.Requests;

/// <summary>
/// Whether the caller has one of some permissions anywhere at all: what <c>@requires</c> asks. Whether they have it for the thing that they
/// name is for whoever decides about that thing.
/// </summary>
internal sealed class PermissionCheck(IReadOnlyList<Permission> anyOf)
{
    public static readonly GraphQLError Unauthenticated = new(
        "Send a token in the Authorization header (Bearer): this field needs to know who asks.",
        [],
        null,
        "UNAUTHENTICATED"
    );

    /// <summary>Of what is refused to callers because of who they are.</summary>
    public const string ForbiddenCode = "FORBIDDEN";

    private readonly GraphQLError _forbidden = new(
        $"This field is for callers in the role of {string.Join(" or ", RolesWith(anyOf))}.",
        [],
        null,
        ForbiddenCode
    );

    public GraphQLError? Check(object request)
    {
        var asked = (NetworkRequest)request;
        if (asked.Actor is not { } actor)
        {
            return Refused(asked, Unauthenticated);
        }

        foreach (var permission in anyOf)
        {
            if (actor.May(permission))
            {
                return null;
            }
        }

        return Refused(asked, _forbidden);
    }

    private static GraphQLError Refused(NetworkRequest request, GraphQLError error)
    {
        request.RecordRefusal(error.Code!);
        return error;
    }

    private static IEnumerable<string> RolesWith(IReadOnlyList<Permission> anyOf) =>
        PermissionTable.Rows.Where(row => row.May.Intersect(anyOf).Any()).Select(row => Roles.NameOf(row.Role));
}
