using Microsoft.IdentityModel.JsonWebTokens;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>Somebody whose tokens are accepted, with keys of its own.</summary>
internal interface ITokenIssuer
{
    /// <summary>What <c>iss</c> says in its tokens, without a slash at the end.</summary>
    string Issuer { get; }

    /// <param name="token">Says that it is of this issuer; nothing of it is proven yet.</param>
    ValueTask<TokenReading> ReadAsync(JsonWebToken token, CancellationToken cancellation);
}
