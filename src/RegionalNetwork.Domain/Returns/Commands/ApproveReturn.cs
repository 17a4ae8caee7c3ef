using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>Somebody who neither entered nor submitted the return approves it: it is the next vintage.</summary>
/// <param name="Draft">Number of the draft that the approver read.</param>
public sealed record ApproveReturn(ReturnKey Return, int Draft) : ReturnCommand(Return)
{
    internal static Refusal NotPermitted { get; } = CommonRefusals.NotPermitted("the council's approver");

    internal static bool IsPermitted(ReturnKey key, CouncilReturn? existing, Actor actor) =>
        actor.MayFor(Permission.ApproveReturns, key.Unit, existing?.Scope ?? ServiceScope.Both);

    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (!IsPermitted(Return, existing, context.Actor))
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
