using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Changes an action's title, owner or due date.</summary>
public sealed record ReviseAction(string Workstream, string Id, WorkstreamActionDetails Details)
    : ActionCommand(Workstream, Id)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream, DateOnly today)
    {
        if (workstream.FindAction(Id) is not { } action)
        {
            return WorkstreamRefusals.ActionNotFound(Id);
        }

        var input = new InputCheck();
        var details = ActionRules.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        if (action.Details == details)
        {
            return Decision<WorkstreamEvent>.Unchanged;
        }

        // A council that left keeps what it undertook, so only a new owner has to take part.
        return action.Details.Owner == details.Owner || workstream.Participates(details.Owner, today)
            ? new ActionRevised(Id, details)
            : WorkstreamRefusals.OwnerNotParticipant(details.Owner);
    }
}
