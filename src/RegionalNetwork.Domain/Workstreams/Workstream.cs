using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Themes;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>What several councils do together on a theme.</summary>
/// <param name="Network">The network that runs it, or null.</param>
/// <param name="Audience">Its network and the participating councils, or everybody.</param>
/// <param name="Participations">In order of first day, then council code. A council has at most one without an end.</param>
/// <param name="Actions">In order of being added.</param>
/// <param name="PracticeEvents">In order of date, then identifier.</param>
public sealed record Workstream(
    string Id,
    string? Network,
    WorkstreamDetails Details,
    WorkstreamStatus Status,
    Audience Audience,
    Timeline<Participation> Participations,
    IReadOnlyList<WorkstreamAction> Actions,
    IReadOnlyList<PracticeEvent> PracticeEvents
)
{
    /// <summary>The council that leads as last appointed, or null when the network leads it itself.</summary>
    public string? LeadCouncil { get; } =
        Participations.All.FirstOrDefault(part => part is { Role: ParticipantRole.Lead, To: null })?.Council;

    /// <summary>Whose it is: its network's, else its lead council's, else the nation's.</summary>
    public Place Place => PlaceOf(Network, LeadCouncil);

    internal static Place PlaceOf(string? network, string? leadCouncil) =>
        network is not null ? Place.Network(network)
        : leadCouncil is not null ? Place.Council(leadCouncil)
        : Place.Nation;

    public IReadOnlyList<Participation> ParticipantsOn(DateOnly date) => Participations.On(date);

    /// <summary>Whether the council takes part or ever took part.</summary>
    public bool HasParticipated(string council)
    {
        for (var i = 0; i < Participations.All.Count; i++)
        {
            if (Participations.All[i].Council == council)
            {
                return true;
            }
        }

        return false;
    }

    internal Participation? OpenParticipationOf(string council) =>
        Participations.All.FirstOrDefault(part => part.Council == council && part.To is null);

    internal bool Participates(string council, DateOnly date) =>
        ParticipantsOn(date).Any(part => part.Council == council);

    internal WorkstreamAction? FindAction(string id) => Actions.FirstOrDefault(action => action.Id == id);

    internal PracticeEvent? FindPracticeEvent(string id) => PracticeEvents.FirstOrDefault(planned => planned.Id == id);
}

/// <param name="Mandate">On whose direction it runs, in words; paragraphs.</param>
/// <param name="Aims">What it is to achieve, one line each.</param>
public sealed record WorkstreamDetails(string Title, ThemeChoice Themes, string? Mandate, IReadOnlyList<string> Aims)
{
    internal bool SameAs(WorkstreamDetails other) =>
        Title == other.Title
        && Mandate == other.Mandate
        && Themes.SameAs(other.Themes)
        && Aims.SequenceEqual(other.Aims);
}

/// <summary>What may follow what is in <see cref="WorkstreamStatuses"/>.</summary>
public enum WorkstreamStatus
{
    Proposed,
    Active,
    Paused,
    Completed,

    /// <summary>Final: nothing changes any more.</summary>
    Closed,
}

/// <summary>A council takes part, in a role, from a day to a day. A change of role ends one and begins another.</summary>
/// <param name="To">Last day, or null while it goes on.</param>
public sealed record Participation(string Council, ParticipantRole Role, DateOnly From, DateOnly? To);

public enum ParticipantRole
{
    Lead,
    Deputy,
    Participant,
}
