using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>Takes all that was approved out of what will be compiled. Rounds that were compiled before stay as they were.</summary>
public sealed record WithdrawReturn(ReturnKey Return, ServiceScope Scope, string Reason) : ReturnCommand(Return, Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context) =>
        ReleaseReturn.IsPermitted(Return, Scope, context.Actor)
            ? Withdraw(existing, context)
            : ApproveReturn.NotPermitted;

    /// <summary>The same for who was found to be permitted.</summary>
    internal Decision<ReturnEvent> Withdraw(CouncilReturn? existing, CommandContext context)
    {
        var input = new InputCheck();
        var reason = Explanations.Note(input, Reason, "reason");
        return input.Failed ? Decision<ReturnEvent>.Refused(input.Refusals)
            : existing?.Latest is not { } latest ? ReturnRefusals.NotApproved()
            : latest.WithdrawnOn is not null ? Decision<ReturnEvent>.Unchanged
            : new ReturnWithdrawn(reason, context.Actor.Subject, context.Today);
    }
}
