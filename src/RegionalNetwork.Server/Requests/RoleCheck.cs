using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.Server.Requests;

/// <summary>Whether the caller has at least one of some roles: what <c>@requires</c> asks.</summary>
internal sealed class RoleCheck(IReadOnlyList<Role> anyOf)
{
    public static readonly GraphQLError Unauthenticated = new(
        "Send a token in the Authorization header (Bearer): this field needs to know who asks.",
        [],
        null,
        "UNAUTHENTICATED"
    );

    private readonly GraphQLError _forbidden = new(
        $"This field is for callers in the role of {string.Join(" or ", anyOf.Select(Roles.NameOf))}.",
        [],
        null,
        "FORBIDDEN"
    );

    public GraphQLError? Check(object request)
    {
        if (((NetworkRequest)request).Actor is not { } actor)
        {
            return Unauthenticated;
        }

        foreach (var role in anyOf)
        {
            if (actor.Is(role))
            {
                return null;
            }
        }

        return _forbidden;
    }
}
