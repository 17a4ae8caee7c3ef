using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Moves a priority on.</summary>
/// <param name="ApprovedBy">The body that approved it, such as Cabinet; only with <see cref="PriorityStatus.Approved"/>, and
/// not required then.</param>
public sealed record ChangePriorityStatus(string Owner, string Id, PriorityStatus Status, string? ApprovedBy)
    : PriorityCommand(Owner)
{
    internal Decision<PriorityEvent> Decide(PriorityBook book, Actor actor)
    {
        if (book.Find(Id) is not { } priority)
        {
            return PriorityRefusals.NotFound(Id);
        }

        var input = new InputCheck();
        input.Known(Status, "status");
        var approvedBy = input.OptionalLine(ApprovedBy, Limits.LineCharacters, "approvedBy");
        input.Require(
            approvedBy is null || Status == PriorityStatus.Approved,
            PriorityRefusals.ApprovingBodyNotExpected()
        );
        if (input.Failed)
        {
            return Decision<PriorityEvent>.Refused(input.Refusals);
        }

        if (Status == priority.Status)
        {
            return approvedBy is null || approvedBy == priority.ApprovedBy
                ? Decision<PriorityEvent>.Unchanged
                : new PriorityStatusChanged(Id, Status, approvedBy);
        }

        if (Status == PriorityStatus.Approved && actor.Subject == priority.WordedBy)
        {
            return PriorityRefusals.ApproverWordedIt();
        }

        return PriorityStatuses.After(priority.Status).Contains(Status)
            ? new PriorityStatusChanged(Id, Status, approvedBy)
            : PriorityRefusals.StatusCannotFollow(priority.Status, Status);
    }
}
