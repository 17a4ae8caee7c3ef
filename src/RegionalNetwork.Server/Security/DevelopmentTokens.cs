using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>Tokens for local use, which say themselves in which roles their holder acts: see <see cref="ActorClaims"/>.</summary>
internal static class DevelopmentTokens
{
    public const string Issuer = "urn:regional-network:development";

    public const string Audience = "urn:regional-network";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    public static string Issue(SymmetricSecurityKey key, Actor actor, TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lifetime,
                Claims = ActorClaims.From(actor),
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
            }
        );
    }
}
