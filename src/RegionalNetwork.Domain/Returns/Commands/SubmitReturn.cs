using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Returns.Commands;

/// <summary>Hands the draft to the approver: every warning is gone or explained.</summary>
/// <param name="Explanations">Beside those that came with the figures.</param>
public sealed record SubmitReturn(ReturnKey Return, ServiceScope Scope, IReadOnlyList<Explanation> Explanations)
    : ReturnCommand(Return, Scope)
{
    internal Decision<ReturnEvent> Decide(CouncilReturn? existing, CommandContext context)
    {
        // Nobody else's people are told whether there is one.
        if (!ReturnEntry.IsPermitted(Return, Scope, context.Actor))
        {
            return ReturnEntry.NotPermitted;
        }

        if (existing?.Draft is not { } draft)
        {
            return ReturnRefusals.NothingToSubmit();
        }

        var input = new InputCheck();
        var added = Returns.Explanations.Checked(Explanations, draft.Content.Figures.Layout, input);
        if (input.Failed)
        {
            return Decision<ReturnEvent>.Refused(input.Refusals);
        }

        var explained = draft.Content with
        {
            Explanations = Returns.Explanations.Joined(draft.Content.Explanations, added),
        };
        ReturnWarning[] unexplained = [.. explained.Unexplained];
        if (unexplained.Length > 0)
        {
            return Decision<ReturnEvent>.Refused([.. unexplained.Select(ReturnRefusals.Unexplained)]);
        }

        return draft.SubmittedBy is not null && explained.Explanations.SequenceEqual(draft.Content.Explanations)
            ? Decision<ReturnEvent>.Unchanged
            : new ReturnSubmitted(added, context.Actor.Subject, context.Now);
    }
}
