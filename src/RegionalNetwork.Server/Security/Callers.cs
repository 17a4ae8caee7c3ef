using Microsoft.Extensions.Primitives;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Security.Tokens;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Security;

/// <summary>Who sends a request, or why their token does not count.</summary>
/// <param name="Caller">Null where the token is refused.</param>
internal sealed record Identification(Caller? Caller, TokenRefusal? Refusal)
{
    public static readonly Identification Anonymous = new(Caller.Anonymous, null);

    public static Identification Of(TokenReading reading) =>
        reading.SignedIn is { } signedIn ? new(new Caller(signedIn), null) : new(null, reading.Refusal);
}

/// <summary>Who sends a request. One without a token costs nothing to tell.</summary>
internal static class Callers
{
    private const string Bearer = "Bearer ";

    /// <summary>Names the person for whom a deputy acts. A request without it acts in the caller's own name.</summary>
    public const string OnBehalfOf = "On-Behalf-Of";

    /// <summary>Found once for a request, however often it is asked for.</summary>
    public static ValueTask<Identification> FindAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0 && http.Request.Headers.Cookie.Count == 0)
        {
            return ValueTask.FromResult(Identification.Anonymous);
        }

        return http.Features.Get<Identification>() is { } found ? ValueTask.FromResult(found) : ReadAsync(http);
    }

    /// <summary>
    /// The same for a socket. A browser cannot give one a header, so the token may come later and otherwise.
    /// </summary>
    /// <param name="authorization">What would stand in the header; null to take the header.</param>
    /// <returns>Null where there is a token and it is not valid.</returns>
    public static async Task<Caller?> IdentifyAsync(HttpContext http, string? authorization) =>
        authorization is null
            ? (await FindAsync(http)).Caller
            : Recorded(Identification.Of(await ReadTokenAsync(http, authorization)), http).Caller;

    private static async ValueTask<Identification> ReadAsync(HttpContext http)
    {
        var identification =
            http.Request.Headers.Authorization.Count > 0
                ? Identification.Of(await ReadTokenAsync(http, http.Request.Headers.Authorization))
                : await ReadSessionAsync(http);
        if (identification.Caller is { } caller && http.Request.Headers[OnBehalfOf] is [{ Length: > 0 } principal])
        {
            identification = identification with { Caller = caller with { OnBehalfOf = principal } };
        }

        http.Features.Set(identification);
        return Recorded(identification, http);
    }

    /// <summary>Every token that is refused comes by here, once.</summary>
    private static Identification Recorded(Identification identification, HttpContext http)
    {
        if (identification.Refusal is { } refusal)
        {
            SecurityLog.Of(http).Record(SecurityEvent.TokenRefused, refusal.Code, http, caller: null);
        }

        return identification;
    }

    /// <summary>A browser sends the cookie for whatever page asks, so what can change anything must come from a page of ours.</summary>
    private static async ValueTask<Identification> ReadSessionAsync(HttpContext http)
    {
        if (!http.RequestServices.GetRequiredService<SecuritySettings>().HasSignIn)
        {
            return Identification.Anonymous;
        }

        if (await SessionCookie.ReadAsync(http) is not { } session)
        {
            return Identification.Anonymous;
        }

        var onlyReads = HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.Upgrade.Count == 0;
        return onlyReads || SameOrigin.IsProven(http.Request)
            ? new Identification(new Caller(session.SignedIn), null)
            : new Identification(null, TokenRefusal.OtherSite);
    }

    private static ValueTask<TokenReading> ReadTokenAsync(HttpContext http, StringValues authorization) =>
        authorization is [{ } header] && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? http.RequestServices.GetRequiredService<TokenAttempts>().ReadAsync(http, header[Bearer.Length..].Trim())
            : ValueTask.FromResult<TokenReading>(TokenRefusal.Invalid);
}
