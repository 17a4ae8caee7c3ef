using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>A council takes part as deputy or participant, or changes between the two.</summary>
/// <param name="From">First day in this role.</param>
public sealed record AddParticipant(string Workstream, string Council, ParticipantRole Role, DateOnly From)
    : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        var input = new InputCheck();
        input.Add(CouncilCodes.FaultOn(From, Council, "council"));
        input.Known(Role, "role");
        input.Require(Role != ParticipantRole.Lead, WorkstreamRefusals.UseAppointLead());
        if (input.Failed)
        {
            return Decision<WorkstreamEvent>.Refused(input.Refusals);
        }

        var open = workstream.OpenParticipationOf(Council);
        if (open?.Role == Role)
        {
            return Decision<WorkstreamEvent>.Unchanged;
        }

        if (open?.Role == ParticipantRole.Lead)
        {
            return WorkstreamRefusals.LeadCannotLeave();
        }

        var fault =
            ParticipationRules.Fault(workstream, Council, From, "from")
            ?? ParticipationRules.TooMany(workstream, added: 1);
        return fault is not null ? fault : new ParticipantJoined(Council, Role, From);
    }
}
