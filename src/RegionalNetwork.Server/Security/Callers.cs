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

    /// <summary>The same for a connection that stays open, which needs to know until when the token is good.</summary>
    /// <returns>Null where there is a token and it is not valid.</returns>
    public static async Task<Caller?> IdentifyAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization.Count == 0)
        {
            return new Caller(null, null);
        }

        var result = await http.AuthenticateAsync(JwtBearerDefaults.AuthenticationScheme);
        return result.Succeeded && ActorClaims.ToActor(result.Principal) is { } actor
            ? new Caller(actor, result.Properties.ExpiresUtc + Authentication.ClockSkew)
            : null;
    }
}
