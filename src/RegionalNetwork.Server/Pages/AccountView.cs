using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Pages;

/// <summary>The page of whoever is signed in: who they are, their roles, the form to accept one, and their sessions.</summary>
internal sealed class AccountView(NetworkHost network, FormProof proof, IssuerSignOut issuers, SessionRegister sessions)
{
    private const string Title = "Your account";
    private const string AcceptedField = "accepted";

    /// <summary>Where somebody is sent who has accepted a role: a page that can be loaded again without accepting twice.</summary>
    public static string PathAfter(string assignment) =>
        $"/account?{AcceptedField}={Uri.EscapeDataString(assignment)}#{AcceptedField}";

    public async Task WriteAsync(HttpContext http, int status, Session session, AcceptanceForm form)
    {
        var request = new NetworkRequest(network, new Caller(session.SignedIn));
        var (actor, now) = (request.Actor!, network.Clock.GetUtcNow());
        var field = proof.FieldOf(session);
        var content = $"""
            <dl>
            <div><dt>Name</dt><dd>{PageLayout.Encode(session.DisplayName ?? "Not given")}</dd></div>
            <div><dt>Issuer</dt><dd>{PageLayout.Encode(session.Identity.Issuer)}</dd></div>
            <div><dt>Person</dt><dd>{PageLayout.Encode(actor.Subject)}</dd></div>
            <div><dt>Session ends</dt><dd>{session.Ends:HH:mm} UTC, or after an hour without use</dd></div>
            </dl>
            {RolesTable.Write(request.Snapshot, actor, now)}
            {form.Write(field)}
            {SessionsTable.Write(sessions.Of(session.Identity), session.Id, field)}
            <h2>Sign out</h2>
            <form method="post" action="/sign-out">
            {field}
            <button class="button">Sign out</button>
            </form>
            """;
        var accepted = http.Request.Query[AcceptedField] is [{ } code]
            ? RolesTable.Find(request.Snapshot, actor, code, now)
            : null;
        var target = await issuers.FindAsync(http, session);
        await PageLayout.WriteAsync(
            http,
            status,
            new PageContent(Title, content)
            {
                IsError = form.Faults.Count > 0,
                Notice = form.WriteSummary() + Banner(accepted, request.Snapshot, now),
                FormTargets = target is null ? [] : [target.GetLeftPart(UriPartial.Authority)],
            }
        );
    }

    /// <summary>Nothing where nothing was accepted just now.</summary>
    private static string Banner(RoleAssignment? accepted, NetworkSnapshot snapshot, DateTimeOffset now)
    {
        if (accepted is null)
        {
            return "";
        }

        var (role, place) = (RoleWords.Of(accepted), RoleWords.Of(accepted.Terms.Place, snapshot));
        var sentence =
            accepted.At(now) == RoleAssignmentStatus.Held
                ? $"You now have the role {role} at {place}."
                : $"You will have the role {role} at {place} from {RoleWords.Of(accepted.Terms.From)}.";
        return $"""
            <div class="banner" id="{AcceptedField}" tabindex="-1" role="alert" aria-labelledby="{AcceptedField}-title">
            <h2 id="{AcceptedField}-title">Role accepted</h2>
            <p>{PageLayout.Encode(sentence)}</p>
            </div>
            """;
    }
}
