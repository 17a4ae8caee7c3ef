using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>A council undertakes something. The same again, word for word, changes nothing.</summary>
public sealed record AddAction(string Workstream, string Id, WorkstreamActionDetails Details)
    : ActionCommand(Workstream, Id)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream, DateOnly today)
    {
        var input = new InputCheck();
        input.Id(Id, "id");
        var details = ActionRules.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        if (workstream.FindAction(Id) is { } taken)
        {
            return taken.Details == details ? Decision<WorkstreamEvent>.Unchanged : CommonRefusals.IdTaken(Id);
        }

        if (!workstream.Participates(details.Owner, today))
        {
            return WorkstreamRefusals.OwnerNotParticipant(details.Owner);
        }

        return workstream.Actions.Count >= Limits.ActionsPerWorkstream
            ? CommonRefusals.TooMany("actions", Limits.ActionsPerWorkstream)
            : new ActionAdded(Id, details);
    }
}
