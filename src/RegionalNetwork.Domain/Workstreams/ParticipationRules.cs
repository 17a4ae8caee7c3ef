using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>One council's participations follow one another: a new one begins after the last began, and after it ended.</summary>
internal static class ParticipationRules
{
    public static Refusal? Fault(Workstream workstream, string council, DateOnly from, string path)
    {
        var last = workstream.Participations.All.LastOrDefault(part => part.Council == council);
        return last is not null && from <= (last.To ?? last.From)
            ? WorkstreamRefusals.AlreadyParticipates(council) with
            {
                Path = [path],
            }
            : null;
    }

    public static Refusal? TooMany(Workstream workstream, int added) =>
        workstream.Participations.All.Count + added > Limits.ParticipationsPerWorkstream
            ? CommonRefusals.TooMany("participations", Limits.ParticipationsPerWorkstream)
            : null;
}
