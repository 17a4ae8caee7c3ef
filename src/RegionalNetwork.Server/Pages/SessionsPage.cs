using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Pages;

/// <summary><c>POST /account/sessions</c>: somebody ends one of their other sessions, or all of them.</summary>
internal sealed class SessionsPage(SessionRegister sessions, FormProof proof)
{
    public async Task AnswerAsync(HttpContext http)
    {
        if (await SessionCookie.ReadAsync(http) is not { } session)
        {
            PageLayout.Redirect(http, "/sign-in");
            return;
        }

        if (await proof.ReadAsync(http, session) is not { } form)
        {
            SecurityLog
                .Of(http)
                .Record(SecurityEvent.PermissionRefused, TokenRefusal.OtherSiteCode, http, session.SignedIn);
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status403Forbidden,
                "No session was ended: the request did not come from your account's page. Use the buttons there."
            );
            return;
        }

        try
        {
            var which = form[SessionsTable.SessionField].ToString();
            var ended = sessions.End(
                session.Identity,
                one => one.Id != session.Id && (which == SessionsTable.Others || one.Id == which)
            );
            if (ended > 0)
            {
                SecurityLog.Of(http).Record(SecurityEvent.SignedOut, "FROM_ANOTHER_SESSION", http, session.SignedIn);
            }

            PageLayout.Redirect(http, "/account#sessions");
        }
        catch (JournalUnavailableException)
        {
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status503ServiceUnavailable,
                "No session was ended: that could not be recorded just now. Try again in a moment."
            );
        }
    }
}
