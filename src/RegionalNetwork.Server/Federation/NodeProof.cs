using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace RegionalNetwork.Server.Federation;

/// <summary>
/// A node's signature on one request or answer: a JWT (https://www.rfc-editor.org/rfc/rfc7523) that says who sends what to whom. It
/// counts for that body alone, for minutes. Used twice it does nothing twice, since messages are numbered.
/// </summary>
internal static class NodeProof
{
    /// <summary>The header of an answer that has its proof; a request has it as its bearer token.</summary>
    public const string Header = "Federation-Proof";

    private const string TokenType = "federation+jwt";
    private const string BodyClaim = "body_sha256";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="id">Of the request; its answer has the same.</param>
    public static string Sign(
        NodeKey key,
        string issuer,
        string audience,
        string id,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    ) =>
        Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer,
                Audience = audience,
                TokenType = TokenType,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = (now + FederationLimits.ProofAge).UtcDateTime,
                Claims = new Dictionary<string, object>
                {
                    [JwtRegisteredClaimNames.Jti] = id,
                    [BodyClaim] = HashOf(body),
                },
                SigningCredentials = key.Credentials,
            }
        );

    /// <summary>Who a proof says that it is of; nothing of it is proven yet. Null where it is none.</summary>
    public static string? IssuerOf(string proof) => Parse(proof)?.Issuer;

    /// <param name="publicKey">Base64 of the SubjectPublicKeyInfo.</param>
    /// <returns>Null where it is not proven.</returns>
    public static async ValueTask<Proven?> ReadAsync(string proof, string publicKey, string issuer, string audience)
    {
        if (Parse(proof) is not { } token || NodeKey.Read(publicKey) is not { } key)
        {
            return null;
        }

        using (key)
        {
            var accepted = new TokenValidationParameters
            {
                ValidIssuer = issuer,
                ValidAudience = audience,
                ValidTypes = [TokenType],
                ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                // Kept by nobody: the key is gone when this returns.
                CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
                IssuerSigningKey = new ECDsaSecurityKey(key),
                ClockSkew = FederationLimits.ClockSkew,
            };
            var result = await Handler.ValidateTokenAsync(token, accepted);
            return
                result.IsValid
                && token.ValidTo - token.IssuedAt <= FederationLimits.ProofAge
                && token.TryGetPayloadValue<string>(BodyClaim, out var hash)
                && token.Id is { Length: > 0 } id
                ? new Proven(id, hash)
                : null;
        }
    }

    private static string HashOf(ReadOnlySpan<byte> body) => Base64UrlEncoder.Encode(SHA256.HashData(body));

    private static JsonWebToken? Parse(string proof)
    {
        if (proof.Length > FederationLimits.ProofCharacters || !Handler.CanReadToken(proof))
        {
            return null;
        }

        try
        {
            return Handler.ReadJsonWebToken(proof);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What was proven but for the body, which has to be compared.</summary>
    internal sealed record Proven(string Id, string BodyHash)
    {
        public bool IsOf(ReadOnlySpan<byte> body) => string.Equals(BodyHash, HashOf(body), StringComparison.Ordinal);
    }
}
