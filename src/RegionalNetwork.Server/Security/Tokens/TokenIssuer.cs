using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Server.Security.Issuers;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>An OpenID Connect issuer whose access tokens and ID tokens are accepted.</summary>
internal sealed class TokenIssuer(IssuerSettings settings, IssuerMetadata metadata) : ITokenIssuer
{
    /// <summary>Asymmetric ones only: what everybody may know, the public key, must never be able to sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    private static readonly JsonWebTokenHandler Handler = new();

    public string Issuer => settings.Issuer;

    /// <summary>What is required of how its people sign in; of no system.</summary>
    public RequiredStrength Strength => settings.Strength;

    public async ValueTask<TokenReading> ReadAsync(JsonWebToken token, CancellationToken cancellation)
    {
        var (identity, refusal) = await ProveAsync(token, settings.Audiences, cancellation);
        if (identity is null)
        {
            return refusal!;
        }

        var permissions = TokenPermissions.Of(token);
        if (!permissions.MayRead)
        {
            return TokenRefusal.NoPermission;
        }

        if (!permissions.IsApplication && !Strength.IsMetBy(token, TimeProvider.System.GetUtcNow()))
        {
            return Strength.Refusal;
        }

        return new SignedIn(
            identity,
            permissions.IsApplication,
            permissions.MayWrite,
            ValidUntil(token, permissions),
            Assumed: null,
            NameOf(token)
        );
    }

    private DateTimeOffset ValidUntil(JsonWebToken token, TokenPermissions permissions)
    {
        var until = new DateTimeOffset(token.ValidTo, TimeSpan.Zero) + SecurityLimits.ClockSkew;
        return !permissions.IsApplication && Strength.EndOf(token) is var end && end < until ? end : until;
    }

    /// <summary>Signature, issuer, audience, times and tenant.</summary>
    /// <returns>Whom the token is about, or why that is not proven.</returns>
    public async ValueTask<(Identity? Identity, TokenRefusal? Refusal)> ProveAsync(
        JsonWebToken token,
        IReadOnlyList<string> audiences,
        CancellationToken cancellation
    )
    {
        // Before any key is fetched for it.
        if (!Algorithms.Contains(token.Alg))
        {
            return (null, TokenRefusal.Invalid);
        }

        if (await metadata.WithKeyAsync(token.Kid, cancellation) is not { } known)
        {
            return (null, TokenRefusal.IssuerUnreachable);
        }

        var accepted = new TokenValidationParameters
        {
            ValidIssuer = known.Issuer,
            ValidAudiences = audiences,
            ValidAlgorithms = Algorithms,
            IssuerSigningKeys = known.SigningKeys,
            // A token that names its key is judged by that key; only one that names none is tried with each.
            TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid),
            ClockSkew = SecurityLimits.ClockSkew,
        };
        var result = await Handler.ValidateTokenAsync(token, accepted);
        return result.IsValid && IdentityOf(token) is { } identity ? (identity, null) : (null, TokenRefusal.Invalid);
    }

    private Identity? IdentityOf(JsonWebToken token)
    {
        var tenant = TokenPermissions.TextOf(token, "tid") ?? "";
        var subject =
            (settings.IsEntra ? TokenPermissions.TextOf(token, "oid") : null) ?? TokenPermissions.TextOf(token, "sub");
        return tenant == settings.Tenant && subject is { Length: <= SecurityLimits.NameCharacters }
            ? new Identity(settings.IdentityIssuer, tenant, subject)
            : null;
    }

    public static string? NameOf(JsonWebToken token) =>
        TokenPermissions.TextOf(token, "name") is not { } name ? null
        : name.Length > SecurityLimits.NameCharacters ? name[..SecurityLimits.NameCharacters]
        : name;
}
