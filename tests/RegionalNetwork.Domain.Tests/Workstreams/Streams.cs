using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Workstreams;

/// <summary>A workstream as the tests have it: Wolverhampton leads, Coventry takes part, Dudley does not.</summary>
internal static class Streams
{
    public const string Id = "anti-racist-practice";

    public static readonly DateOnly April2021 = new(2021, 4, 1);

    public static readonly WorkstreamDetails Details = new(
        "Anti-racist practice",
        new ThemeChoice("T01", ["T12"]),
        "As directed by the regional ADCS and ADASS.",
        ["Masterclasses for social workers across the region"]
    );

    public static readonly WorkstreamCreated Created = new(Id, WestMidlands, Details, Audience.Network);

    public static readonly ParticipantJoined Led = new(Wolverhampton, ParticipantRole.Lead, April2021);

    public static readonly ParticipantJoined Joined = new(Coventry, ParticipantRole.Participant, April2021);

    public static readonly WorkstreamActionDetails ActionDetails = new("Collect statements", Coventry, April2021);

    public static readonly PracticeEventDetails Masterclass = new(
        PracticeEventKind.Masterclass,
        "Anti-discriminatory and anti-racist practice",
        new PracticeEventDate(new DateOnly(2022, 3, 1), DatePrecision.Month),
        "Children's social workers across the region",
        null
    );

    public static GrainSpec<WorkstreamState, WorkstreamCommand, WorkstreamEvent> Nothing() =>
        new(WorkstreamState.Initial, WorkstreamDecider.Decide, WorkstreamDecider.Evolve);

    public static GrainSpec<WorkstreamState, WorkstreamCommand, WorkstreamEvent> UnderWay() =>
        Nothing().Given(Created, Led, Joined, new WorkstreamStatusChanged(WorkstreamStatus.Active));

    /// <summary>One command of every kind that an open workstream takes.</summary>
    public static IReadOnlyList<WorkstreamCommand> Commands { get; } =
    [
        new ReviseWorkstream(Id, Details with { Title = "Another" }),
        new ChangeWorkstreamStatus(Id, WorkstreamStatus.Paused),
        new AppointLead(Id, Coventry, April2021.AddDays(1)),
        new AddParticipant(Id, Dudley, ParticipantRole.Deputy, April2021),
        new RemoveParticipant(Id, Coventry, April2021),
        new AddAction(Id, "b", ActionDetails),
        new ReviseAction(Id, "a", ActionDetails with { Title = "Other" }),
        new ChangeActionStatus(Id, "a", ActionStatus.Done),
        new PlanPracticeEvent(Id, "f", Masterclass),
        new RevisePracticeEvent(Id, "e", Masterclass with { Title = "Other" }),
        new CancelPracticeEvent(Id, "e"),
    ];
}
