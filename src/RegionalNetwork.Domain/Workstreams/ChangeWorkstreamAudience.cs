using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Shows a workstream to everybody, or to its network and participants alone again.</summary>
public sealed record ChangeWorkstreamAudience(string Workstream, Audience Audience) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        if (Audience is not (Audience.Network or Audience.Public))
        {
            return WorkstreamRefusals.NoSuchAudience();
        }

        return workstream.Audience == Audience
            ? Decision<WorkstreamEvent>.Unchanged
            : new WorkstreamAudienceChanged(Audience);
    }
}
