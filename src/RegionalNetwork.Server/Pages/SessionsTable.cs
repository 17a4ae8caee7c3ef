using RegionalNetwork.Server.Security.Sessions;

namespace RegionalNetwork.Server.Pages;

/// <summary>Somebody's open sessions as HTML, with a button to end each but the one that they are in.</summary>
internal static class SessionsTable
{
    public const string Action = "/account/sessions";
    public const string SessionField = "session";

    /// <summary>In place of a session's name: all but the one that it is sent from.</summary>
    public const string Others = "others";

    /// <param name="proof">The hidden field that proves where a form came from.</param>
    /// <param name="current">The session that the page is shown in.</param>
    public static string Write(IReadOnlyList<OpenSession> sessions, string current, string proof) =>
        $"""
            <div class="table" role="region" aria-labelledby="sessions" tabindex="0"><table>
            <caption id="sessions">Where you are signed in</caption>
            <thead>
            <tr><th scope="col">Browser</th><th scope="col">Signed in</th><th scope="col">Last used</th><th scope="col">End</th></tr>
            </thead>
            <tbody>
            {string.Join('\n', sessions.Select(session => Row(session, current, proof)))}
            </tbody>
            </table></div>
            {(sessions.Count > 1 ? Form(Others, "Sign out everywhere else", "", proof) : "")}
            """;

    private static string Row(OpenSession session, string current, string proof) =>
        $"""
            <tr><th scope="row">{PageLayout.Encode(session.Browser)}</th><td>{RoleWords.Of(session.Begun)}</td><td>{RoleWords.Of(
                session.Used
            )} or within the hour after</td><td>{(
                session.Id == current
                    ? "This is the session that you are in"
                    : Form(session.Id, "End", $", {session.Browser}, {RoleWords.Of(session.Begun)}", proof)
            )}</td></tr>
            """;

    /// <param name="hidden">The rest of the button's name, for who does not see the row that it stands in.</param>
    private static string Form(string session, string button, string hidden, string proof) =>
        $"""
            <form method="post" action="{Action}">{proof}<input type="hidden" name="{SessionField}" value="{PageLayout.Encode(
                session
            )}"><button class="button">{button}<span class="visually-hidden">{PageLayout.Encode(hidden)}</span></button></form>
            """;
}
