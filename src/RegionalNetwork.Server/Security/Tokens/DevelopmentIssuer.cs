using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>The data folder's own key. Only its tokens say themselves in which roles their holder acts.</summary>
internal sealed class DevelopmentIssuer(SymmetricSecurityKey key) : ITokenIssuer
{
    private static readonly JsonWebTokenHandler Handler = new();

    private readonly TokenValidationParameters _accepted = new()
    {
        ValidIssuer = DevelopmentTokens.Issuer,
        ValidAudience = DevelopmentTokens.Audience,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        IssuerSigningKey = key,
        ClockSkew = SecurityLimits.ClockSkew,
    };

    public string Issuer => DevelopmentTokens.Issuer;

    public async ValueTask<TokenReading> ReadAsync(JsonWebToken token, CancellationToken cancellation)
    {
        var result = await Handler.ValidateTokenAsync(token, _accepted);
        if (!result.IsValid || ActorClaims.ToActor(new ClaimsPrincipal(result.ClaimsIdentity)) is not { } actor)
        {
            return TokenRefusal.Invalid;
        }

        return new SignedIn(
            new Identity(Issuer, "", actor.Subject),
            IsApplication: false,
            MayWrite: true,
            new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + SecurityLimits.ClockSkew,
            actor,
            DisplayName: null
        );
    }
}
