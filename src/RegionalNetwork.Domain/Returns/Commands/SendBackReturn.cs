using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>The approver wants something changed first.</summary>
public sealed record SendBackReturn(ReturnKey Return, ServiceScope Scope, string Reason) : ReturnCommand(Return, Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        if (!ApproveReturn.IsPermitted(Return, Scope, context.Actor))
        {
            return ApproveReturn.NotPermitted;
        }

        var input = new InputCheck();
        var reason = Explanations.Note(input, Reason, "reason");
        if (existing?.Draft?.SubmittedBy is null)
        {
            return existing?.Draft?.SentBackFor == reason && !input.Failed
                ? Decision<ReturnEvent>.Unchanged
                : ReturnRefusals.NotSubmitted();
        }

        return input.Failed
            ? Decision<ReturnEvent>.Refused(input.Refusals)
            : new ReturnSentBack(reason, context.Actor.Subject, context.Now);
    }
}
