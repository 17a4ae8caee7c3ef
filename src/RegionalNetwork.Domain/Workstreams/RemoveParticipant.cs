using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>A council's part ends; that it took part remains known, and so do its actions.</summary>
/// <param name="To">Last day.</param>
public sealed record RemoveParticipant(string Workstream, string Council, DateOnly To) : WorkstreamCommand(Workstream)
{
    internal Decision<WorkstreamEvent> Decide(Workstream workstream)
    {
        if (workstream.OpenParticipationOf(Council) is not { } open)
        {
            var last = workstream.Participations.All.LastOrDefault(part => part.Council == Council);
            return last is not null && last.To == To
                ? Decision<WorkstreamEvent>.Unchanged
                : WorkstreamRefusals.NotParticipant(Council);
        }

        if (open.Role == ParticipantRole.Lead)
        {
            return WorkstreamRefusals.LeadCannotLeave();
        }

        return To < open.From ? CommonRefusals.InvalidDates("to") : new ParticipantLeft(Council, To);
    }
}
