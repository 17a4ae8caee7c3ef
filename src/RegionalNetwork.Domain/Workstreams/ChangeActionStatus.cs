using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Says how an action stands. Any status may follow any other: a done action can turn out not to be.</summary>
public sealed record ChangeActionStatus(string Workstream, string Id, ActionStatus Status)
    : ActionCommand(Workstream, Id)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        if (workstream.FindAction(Id) is not { } action)
        {
            return WorkstreamRefusals.ActionNotFound(Id);
        }

        if (!Enum.IsDefined(Status))
        {
            return CommonRefusals.InvalidValue("status");
        }

        return action.Status == Status ? Decision<WorkstreamEvent>.Unchanged : new ActionStatusChanged(Id, Status);
    }
}
