using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>Somebody who neither entered nor submitted the return approves it: it is the next vintage.</summary>
/// <param name="Draft">Number of the draft that the approver read.</param>
public sealed record ApproveReturn(ReturnKey Return, ServiceScope Scope, int Draft) : ReturnCommand(Return, Scope)
{
    internal static Refusal NotPermitted { get; } = CommonRefusals.NotPermitted("the council's approver");

    internal static bool IsPermitted(ReturnKey key, ServiceScope scope, Actor actor) =>
        actor.MayFor(Permission.ApproveReturns, key.Unit, scope);

    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (!IsPermitted(Return, Scope, context.Actor))
        {
            return NotPermitted;
        }

        if (existing?.Draft is not { SubmittedBy: { } submitter } draft)
        {
            // Given again once it is approved, it asks for what is.
            return existing?.Draft is null && existing?.Entries == Draft && existing.Latest is not null
                ? Decision<ReturnEvent>.Unchanged
                : ReturnRefusals.NotSubmitted();
        }

        var actor = context.Actor.Subject;
        return actor == draft.Content.EnteredBy || actor == submitter ? ReturnRefusals.OwnReturn()
            : draft.Number != Draft ? ReturnRefusals.DraftChanged(draft.Number)
            : new ReturnApproved(existing.Vintages.Count + 1, actor, context.Now);
    }
}
