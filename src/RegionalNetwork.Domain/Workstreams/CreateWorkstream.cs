using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>Proposes a workstream. The same again changes nothing, as long as nothing has changed since.</summary>
/// <param name="Network">The network that runs it, or null.</param>
/// <param name="LeadCouncil">The council that leads from <paramref name="StartsOn"/>, or null when the network leads it itself.</param>
public sealed record CreateWorkstream(
    string Workstream,
    string? Network,
    string? LeadCouncil,
    DateOnly StartsOn,
    WorkstreamDetails Details
) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream? existing)
    {
        var input = new InputCheck();
        input.Id(Workstream, "workstream");
        if (Network is not null)
        {
            input.Id(Network, "network");
        }

        input.Add(LeadCouncil is null ? null : CouncilCodes.FaultOn(StartsOn, LeadCouncil, "leadCouncil"));
        var details = WorkstreamDecider.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        if (existing is not null)
        {
            return IsSameAs(existing, details)
                ? Decision<WorkstreamEvent>.Unchanged
                : CommonRefusals.IdTaken(Workstream);
        }

        var created = new WorkstreamCreated(Workstream, Network, details, Audience.Network);
        return LeadCouncil is null
            ? created
            : new WorkstreamEvent[] { created, new ParticipantJoined(LeadCouncil, ParticipantRole.Lead, StartsOn) };
    }

    private bool IsSameAs(Workstream existing, WorkstreamDetails details) =>
        existing.Network == Network && existing.LeadCouncil == LeadCouncil && existing.Details.SameAs(details);
}
