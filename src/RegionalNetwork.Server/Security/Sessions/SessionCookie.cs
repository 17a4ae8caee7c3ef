using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>The cookie of a session: encrypted and signed by the server, out of reach of scripts, of this host alone.</summary>
internal static class SessionCookie
{
    public const string Scheme = "session";

    /// <summary>
    /// The prefix makes browsers refuse it from any other host and over plain HTTP. On http://localhost and http://127.0.0.1, which
    /// browsers trust as they trust HTTPS, Chromium and Firefox take it too, so local use has no weaker cookie.
    /// </summary>
    public const string Name = "__Host-session";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = SecurityLimits.SessionIdle;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = RejectEndedAsync;
    }

    /// <returns>Null where nobody is signed in.</returns>
    public static async Task<Session?> ReadAsync(HttpContext http)
    {
        if (!http.Request.Cookies.ContainsKey(Name))
        {
            return null;
        }

        var result = await http.AuthenticateAsync(Scheme);
        return result.Succeeded
            ? Session.Of(result.Principal, result.Properties, TimeProvider.System.GetUtcNow())
            : null;
    }

    private static Task RejectEndedAsync(CookieValidatePrincipalContext context)
    {
        var session = Session.Of(context.Principal!, context.Properties, TimeProvider.System.GetUtcNow());
        if (
            session is null
            || !context.HttpContext.RequestServices.GetRequiredService<SessionRegister>().TryUse(session.Id)
        )
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
