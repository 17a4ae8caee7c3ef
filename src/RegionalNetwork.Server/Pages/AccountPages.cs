using Microsoft.AspNetCore.Authentication;
using Microsoft.Net.Http.Headers;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Pages;

/// <summary><c>/sign-in</c>, <c>/account</c> and <c>/sign-out</c>.</summary>
internal sealed class AccountPages(
    SecuritySettings security,
    SessionRegister sessions,
    IssuerSignOut issuers,
    FormProof proof,
    AccountView view,
    RoleAcceptancePage acceptance,
    SessionsPage ending
)
{
    /// <summary>
    /// https://www.w3.org/TR/clear-site-data/. Not the cookies: the session's is deleted by itself, and those of a sign-in that goes on
    /// in another tab are of use still.
    /// </summary>
    private const string WhatBrowsersForget = "\"cache\", \"storage\"";

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
        routes.MapPost(AcceptanceForm.Action, acceptance.AnswerAsync);
        routes.MapPost(SessionsTable.Action, ending.AnswerAsync);
        routes.MapPost("/sign-out", SignOutAsync);
    }

    private Task ShowSignInAsync(HttpContext http)
    {
        var code = Invitation.CodeOf(http.Request);
        var buttons = security.SignIns.Select(signIn =>
            $"""<p><a class="button" href="{Invitation.With($"/sign-in/{signIn.Path}", code)}">Sign in with {PageLayout.Encode(
                signIn.Name
            )}</a></p>"""
        );
        var first = code is null ? "" : "<p>Sign in first. You then accept the role that you are invited to.</p>\n";
        return PageLayout.WriteAsync(
            http,
            StatusCodes.Status200OK,
            new PageContent(
                "Sign in",
                $"{first}<p>Use the account of your council or organisation.</p>\n{string.Join('\n', buttons)}"
            )
        );
    }

    private async Task ChallengeAsync(HttpContext http, SignInSettings signIn)
    {
        UsePublicUrl(http.Request);
        // The issuer carries it along encrypted, in the state.
        var next = Invitation.PathFor(Invitation.CodeOf(http.Request));
        try
        {
            await http.ChallengeAsync(signIn.Path, new AuthenticationProperties { RedirectUri = next });
        }
        catch (AuthenticationFailureException)
        {
            Record(SecurityEvent.SignInRefused, "ISSUER_UNREACHABLE", http, null);
            await PageLayout.RefuseAsync(
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
            // Where the issuer's answer was no sign-in, the handler has thrown.
            var session = http.Features.Get<Session>()!;
            var browser = BrowserKind.Of(http.Request.Headers.UserAgent);
            sessions.Begin(OpenSession.Begin(session, browser, TimeProvider.System.GetUtcNow()));
            Record(SecurityEvent.SignedIn, signIn.Path, http, session.SignedIn);
        }
        catch (JournalUnavailableException)
        {
            http.Response.Headers.Remove(HeaderNames.SetCookie);
            http.Response.Headers.Remove(HeaderNames.Location);
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status503ServiceUnavailable,
                "You are not signed in: your session could not be recorded just now. Try again in a moment."
            );
        }
        catch (AuthenticationFailureException fault) when (fault.InnerException is SignInTooWeakException)
        {
            Record(SecurityEvent.SignInRefused, SignInTooWeakException.Code, http, null);
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status403Forbidden,
                "You are not signed in: this service asks for a second factor, or for signing in anew, and your organisation did not "
                    + "say that you have done so. Sign in again. If that does not help, tell whoever runs your organisation's accounts."
            );
        }
        catch (AuthenticationFailureException)
        {
            Record(SecurityEvent.SignInRefused, "ANSWER_INVALID", http, null);
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status400BadRequest,
                "You are not signed in: the answer of the issuer was not to your request, or came too late. Start again."
            );
        }
    }

    private async Task ShowAccountAsync(HttpContext http)
    {
        var code = Invitation.CodeOf(http.Request);
        if (await SessionCookie.ReadAsync(http) is { } session)
        {
            await view.WriteAsync(http, StatusCodes.Status200OK, session, AcceptanceForm.Empty(code));
            return;
        }

        PageLayout.Redirect(http, Invitation.With("/sign-in", code));
    }

    /// <summary>Here, and at the issuer if it has an address for that.</summary>
    private async Task SignOutAsync(HttpContext http)
    {
        if (await SessionCookie.ReadAsync(http) is not { } session)
        {
            PageLayout.Redirect(http, "/sign-in");
            return;
        }

        if (await proof.ReadAsync(http, session) is null)
        {
            Record(SecurityEvent.PermissionRefused, TokenRefusal.OtherSiteCode, http, session.SignedIn);
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status403Forbidden,
                "You are still signed in: the request did not come from your account's page. Use the button there."
            );
            return;
        }

        try
        {
            sessions.End(session.Identity, one => one.Id == session.Id);
        }
        catch (JournalUnavailableException)
        {
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status503ServiceUnavailable,
                "You are still signed in: signing out could not be recorded just now. Try again in a moment."
            );
            return;
        }

        await http.SignOutAsync(SessionCookie.Scheme);
        Record(SecurityEvent.SignedOut, session.SignIn, http, session.SignedIn);
        http.Response.Headers["Clear-Site-Data"] = WhatBrowsersForget;
        UsePublicUrl(http.Request);
        PageLayout.Redirect(http, (await issuers.FindAsync(http, session))?.AbsoluteUri ?? "/sign-in");
    }

    private static void Record(SecurityEvent happened, string reason, HttpContext http, SignedIn? caller) =>
        SecurityLog.Of(http).Record(happened, reason, http, caller);

    /// <summary>Issuers send people back to where browsers reach the server, which a proxy in front may know and the request not.</summary>
    private void UsePublicUrl(HttpRequest request)
    {
        if (security.PublicUrl is { } url)
        {
            var address = new Uri(url);
            (request.Scheme, request.Host) = (address.Scheme, new HostString(address.Authority));
        }
    }
}
