using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Server.RoleAssignments;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Pages;

/// <summary>Somebody's own roles of today and to come, as HTML.</summary>
internal static class RolesTable
{
    private const string Empty = """
        <h2>Your roles</h2>
        <p>You have no role yet. You see what is public. To see and do more, ask who assigns roles in your council or network for an
        invitation.</p>
        """;

    public static string Write(NetworkSnapshot snapshot, Actor actor, DateTimeOffset now)
    {
        var rows = Current(snapshot, actor, now).Select(assignment => Row(snapshot, assignment)).ToList();
        return rows.Count == 0
            ? Empty
            : $"""
                <div class="table" role="region" aria-labelledby="roles" tabindex="0"><table>
                <caption id="roles">Your roles</caption>
                <thead>
                <tr><th scope="col">Role</th><th scope="col">Place</th><th scope="col">From</th><th scope="col">To</th><th scope="col">On behalf of</th></tr>
                </thead>
                <tbody>
                {string.Join('\n', rows)}
                </tbody>
                </table></div>
                """;
    }

    /// <returns>Null where it is not the actor's, or of no effect any more.</returns>
    public static RoleAssignment? Find(NetworkSnapshot snapshot, Actor actor, string code, DateTimeOffset now) =>
        Current(snapshot, actor, now).FirstOrDefault(assignment => assignment.Code == code);

    private static IEnumerable<RoleAssignment> Current(NetworkSnapshot snapshot, Actor actor, DateTimeOffset now) =>
        snapshot
            .RoleAssignments.OfPerson(actor.Subject)
            .Where(assignment =>
                IsCurrent(assignment, now)
                && (assignment.Terms.OnBehalfOf is null || PrincipalOf(snapshot, assignment, now) is not null)
            );

    private static bool IsCurrent(RoleAssignment assignment, DateTimeOffset now) =>
        assignment.At(now) is RoleAssignmentStatus.Held or RoleAssignmentStatus.ToCome;

    /// <summary>Whom a deputy stands in for; null where that role is over, and the deputy's with it.</summary>
    private static string? PrincipalOf(NetworkSnapshot snapshot, RoleAssignment deputy, DateTimeOffset now) =>
        snapshot.RoleAssignments.Find(deputy.Terms.OnBehalfOf!) is { Person: { } person } principal
        && IsCurrent(principal, now)
        && snapshot.People.Find(person) is not { IsErased: true }
            ? person
            : null;

    private static string Row(NetworkSnapshot snapshot, RoleAssignment assignment)
    {
        var (terms, glass) = (assignment.Terms, assignment.Glass);
        var from = glass is null ? RoleWords.Of(terms.From) : RoleWords.Of(glass.From);
        var to =
            glass is not null ? RoleWords.Of(glass.Until)
            : terms.To is { } last ? RoleWords.Of(last)
            : "No end date";
        var principal = terms.OnBehalfOf is { } code ? snapshot.RoleAssignments.Find(code)?.Person : null;
        return $"""
            <tr><th scope="row">{PageLayout.Encode(RoleWords.Of(assignment))}</th><td>{PageLayout.Encode(
                RoleWords.Of(terms.Place, snapshot)
            )}</td><td>{from}</td><td>{to}</td><td>{PageLayout.Encode(principal ?? "Nobody: it is your own")}</td></tr>
            """;
    }
}
