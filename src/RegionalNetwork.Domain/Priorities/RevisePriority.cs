using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Changes the wording, themes or alignment of a priority that has not ended.</summary>
public sealed record RevisePriority(string Owner, string Id, PriorityDetails Details) : PriorityCommand(Owner)
{
    internal Decision<PriorityEvent> Decide(PriorityBook book, Actor actor)
    {
        if (book.Find(Id) is not { } priority)
        {
            return PriorityRefusals.NotFound(Id);
        }

        if (priority.Status is PriorityStatus.Withdrawn or PriorityStatus.Achieved or PriorityStatus.CarriedForward)
        {
            return PriorityRefusals.Ended(priority);
        }

        var input = new InputCheck();
        var details = PriorityDecider.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<PriorityEvent>.Refused(input.Refusals);
        }

        return priority.Details.SameAs(details)
            ? Decision<PriorityEvent>.Unchanged
            : new PriorityRevised(Id, details, actor.Subject);
    }
}
