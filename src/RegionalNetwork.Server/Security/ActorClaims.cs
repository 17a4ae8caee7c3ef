using System.Security.Claims;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// What a development token says of who asks: <c>sub</c>, and <c>grants</c> as <see cref="GrantText"/> writes them. Tokens of other
/// issuers say who somebody is and nothing of what they may do.
/// </summary>
internal static class ActorClaims
{
    private const string Subject = "sub";
    private const string Grants = "grants";

    public static Dictionary<string, object> From(Actor actor) =>
        new(StringComparer.Ordinal)
        {
            [Subject] = actor.Subject,
            [Grants] = actor.Grants.Select(GrantText.Write).ToArray(),
        };

    /// <returns>Null where the token names nobody.</returns>
    public static Actor? ToActor(ClaimsPrincipal principal)
    {
        var subject = principal.FindFirst(Subject)?.Value;
        return string.IsNullOrWhiteSpace(subject)
            ? null
            : new Actor(
                subject,
                [
                    .. principal
                        .FindAll(Grants)
                        .Take(SecurityLimits.DevelopmentGrants)
                        .Select(claim => GrantText.Read(claim.Value))
                        .OfType<Grant>(),
                ]
            );
    }
}
