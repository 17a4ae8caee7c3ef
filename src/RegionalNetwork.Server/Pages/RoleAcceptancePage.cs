using System.Globalization;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Security.Tokens;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Pages;

/// <summary><c>POST /account/roles</c>: somebody shows a one-time code and takes the role.</summary>
internal sealed class RoleAcceptancePage(
    NetworkHost network,
    AcceptRoleRequest requests,
    AccountView view,
    FormProof proof
)
{
    private readonly CallerBudgets _tries = new(SecurityLimits.CodesPerMinute, RateLimits.CallersMax, network.Clock);

    public async Task AnswerAsync(HttpContext http)
    {
        if (await SessionCookie.ReadAsync(http) is not { } session)
        {
            PageLayout.Redirect(http, "/sign-in");
            return;
        }

        if (await proof.ReadAsync(http, session) is not { } form)
        {
            SecurityLog.Of(http).Record(SecurityEvent.CodeRefused, TokenRefusal.OtherSiteCode, http, session.SignedIn);
            await PageLayout.RefuseAsync(
                http,
                StatusCodes.Status403Forbidden,
                "You have not accepted a role: the request did not come from your account's page. Use the form there."
            );
            return;
        }

        var typed = form[Invitation.CodeField].ToString();
        var command = form[AcceptanceForm.CommandField].ToString();
        var answer = await AcceptAsync(http, session, typed, command);
        if (answer.Assignment is { } assignment)
        {
            PageLayout.Redirect(http, AccountView.PathAfter(assignment));
            return;
        }

        // What is far too long to be a code is not sent back.
        var shown = typed.Length <= OneTimeCode.TypedCharactersMax ? typed : "";
        await view.WriteAsync(
            http,
            answer.Status,
            session,
            new AcceptanceForm(shown, AcceptanceForm.NewCommandId(), answer.Problems)
        );
    }

    /// <summary>However many sessions somebody has, their tries are counted together.</summary>
    private async Task<AcceptRoleAnswer> AcceptAsync(HttpContext http, Session session, string typed, string command)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new AcceptRoleAnswer(null, StatusCodes.Status400BadRequest, ["Enter the code of your invitation."]);
        }

        var caller = new Caller(session.SignedIn);
        var budget = _tries.Of(CallerKey.Of(http, caller));
        if (!budget.TrySpend(1))
        {
            SecurityLog.Of(http).Record(SecurityEvent.CodeRefused, CodeAttempts.TooMany, http, session.SignedIn);
            var wait = Math.Ceiling(budget.Until(1).TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            http.Response.Headers.RetryAfter = wait;
            return new AcceptRoleAnswer(
                null,
                StatusCodes.Status429TooManyRequests,
                [$"You have tried too many codes. Wait {wait} seconds, then try again."]
            );
        }

        return await requests.RunAsync(http, caller, command, typed);
    }
}
