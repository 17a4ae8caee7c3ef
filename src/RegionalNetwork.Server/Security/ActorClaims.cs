using System.Security.Claims;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// The claims that make an <see cref="Actor"/>: <c>oid</c> or <c>sub</c>, <c>roles</c>, <c>council</c>, <c>network</c>.
/// Roles and councils that this service does not know are left out, so that a token grants only what it spells right.
/// </summary>
internal static class ActorClaims
{
    private const string Subject = "sub";
    private const string ObjectId = "oid";
    private const string RoleNames = "roles";
    private const string Council = "council";
    private const string Network = "network";

    public static Dictionary<string, object> From(Actor actor)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Subject] = actor.Subject,
            [RoleNames] = actor.Roles.Select(Roles.NameOf).ToArray(),
        };
        if (actor.Council is not null)
        {
            claims[Council] = actor.Council;
        }

        if (actor.Network is not null)
        {
            claims[Network] = actor.Network;
        }

        return claims;
    }

    /// <returns>Null where the token names nobody.</returns>
    public static Actor? ToActor(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirst(ObjectId)?.Value ?? principal.FindFirst(Subject)?.Value;
        if (string.IsNullOrWhiteSpace(subject))
        {
            return null;
        }

        var roles = new List<Role>();
        foreach (var claim in principal.FindAll(RoleNames))
        {
            if (Roles.TryParse(claim.Value, out var role))
            {
                roles.Add(role);
            }
        }

        var council = principal.FindFirst(Council)?.Value;
        return new Actor(
            subject,
            roles,
            council is null ? null : CouncilRegister.England.Find(council)?.Code,
            principal.FindFirst(Network)?.Value
        );
    }
}
