using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>A role that somebody gives to another to act on their behalf: never wider or longer than their own.</summary>
internal static class Delegation
{
    /// <summary>Only who has the role themselves gives it away, not who acts for another: there are no chains.</summary>
    public static bool MayDelegate(CommandContext context, RoleTerms terms, RoleAssignment? principal) =>
        principal is { Glass: null, Terms.OnBehalfOf: null }
        && principal.Code == terms.OnBehalfOf
        && principal.Person == context.Actor.Subject
        && context.Actor.OnBehalfOf is null
        && principal.Holds(context.Now);

    public static void Check(RoleTerms terms, RoleTerms principal, InputCheck input)
    {
        input.Require(RoleFor(principal.Role) == terms.Role, RoleAssignmentRefusals.CannotDelegate());
        input.Require(
            terms.Place == principal.Place && PermissionTable.Includes(principal.Scope, terms.Scope),
            RoleAssignmentRefusals.WiderThanOwn()
        );
        input.Require(
            terms.From >= principal.From && (principal.To is not { } last || terms.To <= last),
            RoleAssignmentRefusals.LongerThanOwn()
        );
    }

    private static Role? RoleFor(Role principal) =>
        principal switch
        {
            Role.PrincipalSocialWorker => Role.DeputyPrincipalSocialWorker,
            Role.CouncilApprover => Role.CouncilApprover,
            _ => null,
        };
}
