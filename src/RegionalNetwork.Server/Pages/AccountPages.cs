using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Pages;

/// <summary><c>/sign-in</c>, <c>/account</c> and <c>/sign-out</c>.</summary>
internal sealed class AccountPages(
    NetworkHost network,
    SecuritySettings security,
    IDataProtectionProvider protection,
    IOptionsMonitor<OpenIdSignInOptions> options,
    EndedSessions ended
)
{
    private const string TokenField = "token";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/pages/pages.css", PageFiles.WriteStyleAsync);
        routes.MapGet("/sign-in", ShowSignInAsync);
        foreach (var signIn in security.SignIns)
        {
            routes.MapGet($"/sign-in/{signIn.Path}", http => ChallengeAsync(http, signIn));
            routes.MapGet($"/sign-in/callback/{signIn.Path}", http => CallbackAsync(http, signIn));
        }

        routes.MapGet("/account", ShowAccountAsync);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private Task ShowSignInAsync(HttpContext http)
    {
        var buttons = security.SignIns.Select(signIn =>
            $"""<p><a class="button" href="/sign-in/{signIn.Path}">Sign in with {PageLayout.Encode(signIn.Name)}</a></p>"""
        );
        return PageLayout.WriteAsync(
            http,
            StatusCodes.Status200OK,
            "Sign in",
            $"<p>Use the account of your council or organisation.</p>\n{string.Join('\n', buttons)}"
        );
    }

    private async Task ChallengeAsync(HttpContext http, SignInSettings signIn)
    {
        UsePublicUrl(http.Request);
        try
        {
            await http.ChallengeAsync(signIn.Path, new AuthenticationProperties { RedirectUri = "/account" });
        }
        catch (AuthenticationFailureException)
        {
            await RefuseAsync(
                http,
                StatusCodes.Status503ServiceUnavailable,
                "The issuer of your account does not answer. Try again later."
            );
        }
    }

    private async Task CallbackAsync(HttpContext http, SignInSettings signIn)
    {
        UsePublicUrl(http.Request);
        http.Response.Headers.CacheControl = "no-store";
        var handlers = http.RequestServices.GetRequiredService<IAuthenticationHandlerProvider>();
        var handler = (IAuthenticationRequestHandler)(await handlers.GetHandlerAsync(http, signIn.Path))!;
        try
        {
            await handler.HandleRequestAsync();
        }
        catch (AuthenticationFailureException)
        {
            await RefuseAsync(
                http,
                StatusCodes.Status400BadRequest,
                "You are not signed in: the answer of the issuer was not to your request, or came too late. Start again."
            );
        }
    }

    private async Task ShowAccountAsync(HttpContext http)
    {
        if (await SessionCookie.ReadAsync(http) is not { } session)
        {
            Redirect(http, "/sign-in");
            return;
        }

        var actor = new NetworkRequest(network, new Caller(session.SignedIn)).Actor!;
        var content = $"""
            <dl>
            <div><dt>Name</dt><dd>{PageLayout.Encode(session.DisplayName ?? "Not given")}</dd></div>
            <div><dt>Issuer</dt><dd>{PageLayout.Encode(session.Identity.Issuer)}</dd></div>
            <div><dt>Person</dt><dd>{PageLayout.Encode(actor.Subject)}</dd></div>
            <div><dt>Session ends</dt><dd>{session.Ends:HH:mm} UTC, or after an hour without use</dd></div>
            </dl>
            <form method="post" action="/sign-out">
            <input type="hidden" name="{TokenField}" value="{PageLayout.Encode(TokenOf(session))}">
            <button class="button">Sign out</button>
            </form>
            """;
        var target = await EndSessionAsync(http, session);
        await PageLayout.WriteAsync(
            http,
            StatusCodes.Status200OK,
            "Your account",
            content,
            target is null ? [] : [target.GetLeftPart(UriPartial.Authority)]
        );
    }

    /// <summary>Here, and at the issuer if it has an address for that.</summary>
    private async Task SignOutAsync(HttpContext http)
    {
        if (await SessionCookie.ReadAsync(http) is not { } session)
        {
            Redirect(http, "/sign-in");
            return;
        }

        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        if (!SameOrigin.IsProven(http.Request) || !IsTokenOf(session, form?[TokenField].ToString()))
        {
            await RefuseAsync(
                http,
                StatusCodes.Status403Forbidden,
                "You are still signed in: the request did not come from your account's page. Use the button there."
            );
            return;
        }

        ended.Add(session);
        await http.SignOutAsync(SessionCookie.Scheme);
        UsePublicUrl(http.Request);
        Redirect(http, (await EndSessionAsync(http, session))?.AbsoluteUri ?? "/sign-in");
    }

    /// <returns>Null where the issuer has no such address, or does not answer: then people are signed out here alone.</returns>
    private async Task<Uri?> EndSessionAsync(HttpContext http, Session session)
    {
        if (security.SignIns.FirstOrDefault(signIn => signIn.Path == session.SignIn) is not { } signIn)
        {
            return null;
        }

        var known = await options.Get(signIn.Path).Metadata.GetAsync(http.RequestAborted);
        if (!IssuerAddresses.IsSafe(known?.EndSessionEndpoint))
        {
            return null;
        }

        var back = security.PublicUrl ?? $"{http.Request.Scheme}://{http.Request.Host}";
        return new Uri(
            QueryHelpers.AddQueryString(
                known!.EndSessionEndpoint,
                new Dictionary<string, string?>
                {
                    ["client_id"] = signIn.ClientId,
                    ["post_logout_redirect_uri"] = $"{back}/sign-in",
                }
            )
        );
    }

    /// <summary>Issuers send people back to where browsers reach the server, which a proxy in front may know and the request not.</summary>
    private void UsePublicUrl(HttpRequest request)
    {
        if (security.PublicUrl is { } url)
        {
            var address = new Uri(url);
            (request.Scheme, request.Host) = (address.Scheme, new HostString(address.Authority));
        }
    }

    /// <summary>Proves that a form came from the session's own page.</summary>
    private string TokenOf(Session session) => Protector.Protect(session.Id);

    private bool IsTokenOf(Session session, string? token)
    {
        try
        {
            return token is { Length: > 0 and <= SecurityLimits.TokenCharacters }
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(Protector.Unprotect(token)),
                    Encoding.UTF8.GetBytes(session.Id)
                );
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private IDataProtector Protector => protection.CreateProtector("RegionalNetwork.SignOut");

    private static void Redirect(HttpContext http, string address)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = address;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    private static Task RefuseAsync(HttpContext http, int status, string sentence) =>
        PageLayout.WriteAsync(
            http,
            status,
            "Sorry, that did not work",
            $"<p>{PageLayout.Encode(sentence)}</p>\n<p><a href=\"/sign-in\">Sign in</a></p>"
        );
}
