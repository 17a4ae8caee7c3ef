using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Changes a workstream's title, themes, mandate or aims.</summary>
public sealed record ReviseWorkstream(string Workstream, WorkstreamDetails Details) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        var input = new InputCheck();
        var details = WorkstreamDecider.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        return workstream.Details.SameAs(details)
            ? Decision<WorkstreamEvent>.Unchanged
            : new WorkstreamRevised(details);
    }
}
