using Microsoft.IdentityModel.JsonWebTokens;

namespace RegionalNetwork.Server.Security.Tokens;

/// <summary>
/// Reads tokens. A token says who issued it; that chooses the one issuer whose keys may prove it, so that no issuer can sign for
/// another. A token of any other issuer is refused unread.
/// </summary>
internal sealed class TokenValidation(IEnumerable<ITokenIssuer> issuers, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Handler = new();

    private readonly Dictionary<string, ITokenIssuer> _issuers = issuers.ToDictionary(
        issuer => issuer.Issuer,
        StringComparer.Ordinal
    );
    private readonly ValidatedTokens _validated = new(SecurityLimits.ValidatedTokens, clock);

    /// <returns>Null unless the token was valid a moment ago.</returns>
    public SignedIn? Known(string token) =>
        token.Length > SecurityLimits.TokenCharacters ? null : _validated.Find(ValidatedTokens.HashOf(token));

    public ValueTask<TokenReading> ReadAsync(string token, CancellationToken cancellation)
    {
        if (token.Length > SecurityLimits.TokenCharacters)
        {
            return ValueTask.FromResult<TokenReading>(TokenRefusal.Invalid);
        }

        var hash = ValidatedTokens.HashOf(token);
        return _validated.Find(hash) is { } known
            ? ValueTask.FromResult<TokenReading>(known)
            : ValidateAsync(token, hash, cancellation);
    }

    private async ValueTask<TokenReading> ValidateAsync(string token, TokenHash hash, CancellationToken cancellation)
    {
        if (Parse(token) is not { } parsed || !_issuers.TryGetValue(parsed.Issuer.TrimEnd('/'), out var issuer))
        {
            return TokenRefusal.Invalid;
        }

        var reading = await issuer.ReadAsync(parsed, cancellation);
        if (reading.SignedIn is { } signedIn)
        {
            _validated.Add(hash, signedIn);
        }

        return reading;
    }

    /// <returns>Null where it is no token.</returns>
    private static JsonWebToken? Parse(string token)
    {
        if (!Handler.CanReadToken(token))
        {
            return null;
        }

        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
