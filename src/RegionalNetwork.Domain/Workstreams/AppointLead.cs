using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>A council takes the lead. The council that led until then stays as a participant.</summary>
/// <param name="On">First day of leading.</param>
public sealed record AppointLead(string Workstream, string Council, DateOnly On) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        if (CouncilCodes.FaultOn(On, Council, "council") is { } unknown)
        {
            return unknown;
        }

        if (workstream.LeadCouncil == Council)
        {
            return Decision<WorkstreamEvent>.Unchanged;
        }

        var former = workstream.LeadCouncil;
        var fault =
            ParticipationRules.Fault(workstream, Council, On, "on")
            ?? (former is null ? null : ParticipationRules.Fault(workstream, former, On, "on"))
            ?? ParticipationRules.TooMany(workstream, added: former is null ? 1 : 2);
        if (fault is not null)
        {
            return fault;
        }

        var leads = new ParticipantJoined(Council, ParticipantRole.Lead, On);
        return former is null
            ? leads
            : new WorkstreamEvent[] { new ParticipantJoined(former, ParticipantRole.Participant, On), leads };
    }
}
