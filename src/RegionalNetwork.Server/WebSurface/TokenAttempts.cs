using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// Reads tokens, but from an address that sent too many wrong ones only those that were valid a moment ago: who works there goes
/// on, who guesses waits.
/// </summary>
internal sealed class TokenAttempts(TokenValidation tokens, FailedAttempts failures)
{
    public ValueTask<TokenReading> ReadAsync(HttpContext http, string token) =>
        tokens.Known(token) is { } known ? ValueTask.FromResult<TokenReading>(known) : TryAsync(http, token);

    private async ValueTask<TokenReading> TryAsync(HttpContext http, string token)
    {
        var address = CallerKey.Of(http, caller: null);
        if (failures.WaitOf(address) is { } wait)
        {
            return TokenRefusal.TooManyAttempts(wait);
        }

        var reading = await tokens.ReadAsync(token, http.RequestAborted);
        if (reading.Refusal == TokenRefusal.Invalid)
        {
            failures.Record(address);
        }

        return reading;
    }
}
