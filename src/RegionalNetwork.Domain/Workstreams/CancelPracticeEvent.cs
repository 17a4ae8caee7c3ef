using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Takes a practice event out of the workstream. Its identifier is free again.</summary>
public sealed record CancelPracticeEvent(string Workstream, string Id) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream) =>
        workstream.FindPracticeEvent(Id) is null
            ? WorkstreamRefusals.PracticeEventNotFound(Id)
            : new PracticeEventCancelled(Id);
}
