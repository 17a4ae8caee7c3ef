using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.RoleAssignments;

/// <summary>Somebody leaves a role: by who may give it, by the person themselves, or by whom they stand in for.</summary>
/// <param name="To">Last day. Yesterday ends it at once; an earlier one would say that what was seen was not.</param>
public sealed record EndRole(string Assignment, DateOnly To) : RoleAssignmentCommand(Assignment)
{
    internal Decision<RoleAssignmentEvent> Decide(RoleAssignment? existing, CommandContext context)
    {
        if (existing is null || !MayEnd(context.Actor, existing))
        {
            return RoleAssignmentRefusals.NotFound();
        }

        if (existing.Glass is not null)
        {
            return RoleAssignmentRefusals.GlassEndsByItself();
        }

        if (existing.Person is null)
        {
            return RoleAssignmentRefusals.NotAccepted();
        }

        return existing.Terms.To == To ? Decision<RoleAssignmentEvent>.Unchanged
            : To < context.Today.AddDays(-1) ? RoleAssignmentRefusals.EndsTooEarly()
            : existing.Terms.To < To ? RoleAssignmentRefusals.EndsTooLate()
            : new RoleEnded(To, context.Actor.Subject);
    }

    private static bool MayEnd(Actor actor, RoleAssignment existing) =>
        (actor.OnBehalfOf is null && existing.Person == actor.Subject)
        || (existing.Terms.OnBehalfOf is not null && existing.Offer?.By == actor.Subject)
        || RoleAuthority.MayTake(actor, existing);
}
