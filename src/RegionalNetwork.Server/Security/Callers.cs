using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.Security;

/// <summary>Who sends a request. One without a token costs nothing to tell.</summary>
internal static class Callers
{
    /// <returns>Not known: there is a token and it is not valid. Known without an actor: anonymous.</returns>
    public static async ValueTask<(bool IsKnown, Actor? Actor)> FindAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0)
        {
            return (true, null);
        }

        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        var actor = result.Succeeded ? ActorClaims.ToActor(result.Principal) : null;
        return (actor is not null, actor);
    }

    /// <summary>
    /// The same for a connection that stays open, which needs to know until when the token is good. A browser cannot give a
    /// socket a header, so the token may come later and otherwise.
    /// </summary>
    /// <param name="authorization">What would stand in the header; null to take the header.</param>
    /// <returns>Null where there is a token and it is not valid.</returns>
    public static async Task<Caller?> IdentifyAsync(HttpContext http, string? authorization)
    {
        if (authorization is null && http.Request.Headers.Authorization.Count == 0)
        {
            return new Caller(null, null);
        }

        // Of one request the header is looked at only once, so one that came later is of a request of its own.
        await using var scope = http.RequestServices.CreateAsyncScope();
        var asked = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        asked.Request.Headers.Authorization = authorization ?? http.Request.Headers.Authorization;
        var result = await asked.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return result.Succeeded && ActorClaims.ToActor(result.Principal) is { } actor
            ? new Caller(actor, result.Properties.ExpiresUtc + Authentication.ClockSkew)
            : null;
    }
}
