using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// The one place that makes an actor of whoever is signed in: a person's code and the roles that they have at this moment. Only a
/// development token brings roles of its own.
/// </summary>
internal static class ActorResolution
{
    /// <summary>What they may see: in their own roles and as somebody's deputy.</summary>
    public static Actor ToRead(SignedIn signedIn, NetworkSnapshot snapshot, PersonRegister people, DateTimeOffset now)
    {
        var code = CodeOf(signedIn, snapshot, people);
        return With(signedIn, code, code is null ? [] : snapshot.RoleAssignments.GrantsToReadOf(code, now));
    }

    /// <summary>What they may do: in their own name, or in that of the one person whose deputy they say to be.</summary>
    public static Actor ToAct(Caller caller, NetworkSnapshot snapshot, PersonRegister people, DateTimeOffset now)
    {
        var signedIn = caller.SignedIn!;
        var code = CodeOf(signedIn, snapshot, people);
        if (caller.OnBehalfOf is not { } principal)
        {
            return With(signedIn, code, code is null ? [] : snapshot.RoleAssignments.GrantsOf(code, now));
        }

        var given = code is null ? [] : snapshot.RoleAssignments.GrantsOnBehalfOf(code, principal, now);
        return new Actor(code ?? signedIn.Key, given) { OnBehalfOf = principal };
    }

    private static Actor With(SignedIn signedIn, string? code, IReadOnlyList<Grant> given) =>
        signedIn.Assumed is not { } assumed ? new Actor(code ?? signedIn.Key, given)
        : given.Count == 0 ? assumed
        : assumed with { Grants = [.. assumed.Grants, .. given] };

    /// <returns>Null for somebody who is not known here.</returns>
    private static string? CodeOf(SignedIn signedIn, NetworkSnapshot snapshot, PersonRegister people) =>
        signedIn.Assumed?.Subject ?? people.Find(snapshot.People, signedIn.Identity);
}
