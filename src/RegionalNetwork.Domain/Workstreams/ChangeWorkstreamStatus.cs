using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Starts, pauses, completes or closes a workstream. Closing is final.</summary>
public sealed record ChangeWorkstreamStatus(string Workstream, WorkstreamStatus Status) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        if (!Enum.IsDefined(Status))
        {
            return CommonRefusals.InvalidValue("status");
        }

        if (Status == workstream.Status)
        {
            return Decision<WorkstreamEvent>.Unchanged;
        }

        return WorkstreamStatuses.After(workstream.Status).Contains(Status)
            ? new WorkstreamStatusChanged(Status)
            : WorkstreamRefusals.StatusCannotFollow(workstream.Status, Status);
    }
}
