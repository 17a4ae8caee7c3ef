using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>Commands from a small world, so that they often meet: three councils, a few identifiers, a few hundred days.</summary>
internal sealed partial class CommandSource(Random random)
{
    private static readonly string[] Ids = ["a", "b", "c", "d"];
    private static readonly string[] Councils = [Wolverhampton, Coventry, Dudley];
    private static readonly string[] Years = ["2021-22", "2022-23"];

    public Actor Actor() =>
        OneOf(
            AllRoles,
            AllRoles,
            Operator,
            Coordinator,
            OtherCoordinator,
            NationalOffice,
            PswOf(Council()),
            ApproverOf(Council())
        );

    public DateOnly Day() => new DateOnly(2021, 4, 1).AddDays(random.Next(0, 400));

    public ICouncilCommand ForCouncil(CouncilState state) => ForPriorities(Wolverhampton, state.Priorities);

    public ICouncilCommand ForNarratives() =>
        new WriteNarrative(
            Wolverhampton,
            OneOf("CSW-01", "?"),
            "2023",
            Title(),
            Any<Audience>(),
            OneOf(true, true, false)
        );

    public INetworkCommand ForNetwork(NetworkState state) =>
        random.Next(5) switch
        {
            0 => new FoundNetwork(WestMidlands, NetworkLevel.Regional, NetworkDetails()),
            1 => new ReviseNetwork(WestMidlands, NetworkDetails()),
            2 => new AdmitCouncil(WestMidlands, Council(), Day()),
            3 => new ReleaseCouncil(WestMidlands, Council(), Day()),
            _ => ForPriorities(WestMidlands, state.Network?.Priorities ?? PriorityBook.Empty),
        };

    public PswCommand ForPsw() =>
        random.Next(4) switch
        {
            0 => new AppointPsw("p", Council(), Any<ServiceScope>(), Any<PswForm>(), OneOf(null, "Director"), Day()),
            1 => new ChangePswForm("p", Any<PswForm>(), Day()),
            2 => new ChangePswReportingLine("p", OneOf("Director", "Head of Service", ""), Day()),
            _ => new EndPswAppointment("p", Day()),
        };

    public WorkstreamCommand ForWorkstream() =>
        random.Next(25) switch
        {
            < 2 => new CreateWorkstream("w", WestMidlands, OneOf(null, Council()), Day(), Workstream()),
            < 4 => new ReviseWorkstream("w", Workstream()),
            4 => new ChangeWorkstreamStatus("w", Any<WorkstreamStatus>()),
            < 7 => new AppointLead("w", Council(), Day()),
            < 10 => new AddParticipant("w", Council(), Any<ParticipantRole>(), Day()),
            < 12 => new RemoveParticipant("w", Council(), Day()),
            < 15 => new AddAction("w", Id(), Action()),
            < 17 => new ReviseAction("w", Id(), Action()),
            < 19 => new ChangeActionStatus("w", Id(), Any<ActionStatus>()),
            < 21 => new PlanPracticeEvent("w", Id(), PracticeEvent()),
            < 23 => new RevisePracticeEvent("w", Id(), PracticeEvent()),
            23 => new ChangeWorkstreamAudience("w", Any<Audience>()),
            _ => new CancelPracticeEvent("w", Id()),
        };

    private PriorityCommand ForPriorities(string owner, PriorityBook book)
    {
        var year = OneOf(Years);
        string[] shuffled = [.. book.In(year).Select(priority => priority.Id).OrderBy(_ => random.Next())];
        return random.Next(5) switch
        {
            0 => new DeclarePriority(owner, Id(), year, Priority()),
            1 => new RevisePriority(owner, Id(), Priority()),
            2 => new ChangePriorityStatus(owner, Id(), Any<PriorityStatus>(), OneOf(null, null, "Cabinet")),
            3 => new ChangePriorityAudience(owner, Id(), Any<Audience>()),
            _ => new RankPriorities(owner, year, shuffled),
        };
    }

    public NeighbourCommand ForNeighbours() =>
        new ImportNeighbours("2025", Title(), "A source", [new(Council(), [new(Council(), OneOf(null, "Close"))])]);

    private PriorityDetails Priority() => new(Title(), Themes(), OneOf(null, "Why"), null);

    private NetworkDetails NetworkDetails() => new(Title(), Any<ServiceScope>(), null, null, ["ADCS"]);

    private WorkstreamDetails Workstream() => new(Title(), Themes(), null, ["An aim"]);

    private WorkstreamActionDetails Action() => new(Title(), Council(), OneOf<DateOnly?>(null, Day()));

    private PracticeEventDetails PracticeEvent() =>
        new(Any<PracticeEventKind>(), Title(), new PracticeEventDate(Day(), Any<DatePrecision>()), null, null);

    private ThemeChoice Themes() => new(OneOf("T01", "T02"), OneOf<string[]>([], ["T03"], ["T02"]));

    private string Title() => OneOf("One", "Two", " Two ", "");

    private string Id() => OneOf(Ids);

    private string Council() => OneOf(Councils);

    private TEnum Any<TEnum>()
        where TEnum : struct, Enum => OneOf(Enum.GetValues<TEnum>());

    private T OneOf<T>(params T[] values) => values[random.Next(values.Length)];
}
