using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Changes a practice event.</summary>
public sealed record RevisePracticeEvent(string Workstream, string Id, PracticeEventDetails Details)
    : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        if (workstream.FindPracticeEvent(Id) is not { } planned)
        {
            return WorkstreamRefusals.PracticeEventNotFound(Id);
        }

        var input = new InputCheck();
        var details = PracticeEventRules.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        return planned.Details == details ? Decision<WorkstreamEvent>.Unchanged : new PracticeEventRevised(Id, details);
    }
}
