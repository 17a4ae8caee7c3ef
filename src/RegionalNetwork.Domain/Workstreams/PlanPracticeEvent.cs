using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Puts a masterclass, conference or the like into the workstream; also one that has been. The same again changes
/// nothing.</summary>
public sealed record PlanPracticeEvent(string Workstream, string Id, PracticeEventDetails Details)
    : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        var input = new InputCheck();
        input.Id(Id, "id");
        var details = PracticeEventRules.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        if (workstream.FindPracticeEvent(Id) is { } taken)
        {
            return taken.Details == details ? Decision<WorkstreamEvent>.Unchanged : CommonRefusals.IdTaken(Id);
        }

        return workstream.PracticeEvents.Count >= Limits.PracticeEventsPerWorkstream
            ? CommonRefusals.TooMany("events", Limits.PracticeEventsPerWorkstream)
            : new PracticeEventPlanned(Id, details);
    }
}
