using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Serialization;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Tests.Journal;

/// <summary>
/// One full example of every event, with something in every member. In this order they can all happen, so that they are a
/// journal too. What they say is made up.
/// </summary>
internal static class EventExamples
{
    private const string Wolverhampton = "E08000031";
    private const string Coventry = "E08000026";
    private const string Network = "west-midlands";
    private const string Person = "person-0011223344556677";

    private static readonly DateOnly April = new(2022, 4, 1);
    private static readonly DateOnly July = new(2022, 7, 27);
    private static readonly DateTimeOffset Noon = new(2022, 7, 27, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<EventExample> All { get; } =
    [
        .. Of<ICouncilEvent>(
            StreamCategories.Council,
            Wolverhampton,
            EventRegistries.Councils,
            [.. Priorities("p1"), .. Narratives()]
        ),
        .. Of<INetworkEvent>(
            StreamCategories.Network,
            Network,
            EventRegistries.Networks,
            [.. Networks(), .. Priorities("p2")]
        ),
        .. Of<PswEvent>(
            StreamCategories.PrincipalSocialWorker,
            "psw-1",
            EventRegistries.PrincipalSocialWorkers,
            PrincipalSocialWorkers()
        ),
        .. Of<WorkstreamEvent>(
            StreamCategories.Workstream,
            "anti-racist-practice",
            EventRegistries.Workstreams,
            Workstreams()
        ),
        .. Of<PublicationEvent>(StreamCategories.Publication, "figures", EventRegistries.Publications, Figures()),
        .. Of<PublicationEvent>(StreamCategories.Publication, "report", EventRegistries.Publications, Statements()),
        .. Of<PersonEvent>(StreamCategories.Person, Person, EventRegistries.People, People()),
        .. Of<RoleAssignmentEvent>(
            StreamCategories.RoleAssignment,
            "role-1",
            EventRegistries.RoleAssignments,
            RoleAssignments()
        ),
        .. Of<RoleAssignmentEvent>(
            StreamCategories.RoleAssignment,
            "role-2",
            EventRegistries.RoleAssignments,
            [Offered("role-2"), new OfferRevoked("person-1")]
        ),
        .. Of<RoleAssignmentEvent>(
            StreamCategories.RoleAssignment,
            "glass-1",
            EventRegistries.RoleAssignments,
            [new GlassBroken("glass-1", Person, Place.Council(Coventry), "A reason.", Noon, Noon.AddHours(1))]
        ),
        .. Of<AgreementEvent>(
            StreamCategories.SharingAgreement,
            "agreement-1",
            EventRegistries.Agreements,
            Agreements()
        ),
        .. Of<NeighbourEvent>(StreamCategories.NeighbourModel, "2025", EventRegistries.Neighbours, Neighbours()),
        .. Of<ReturnEvent>(StreamCategories.Return, $"workforce.2021.{Coventry}", EventRegistries.Returns, Returns()),
        .. Of<RoundEvent>(
            StreamCategories.CollectionRound,
            "workforce.2021",
            EventRegistries.Rounds,
            [
                new RoundCompiled("workforce", "2021", 1, Noon),
                new SumsReceived(
                    "workforce",
                    "2021",
                    1,
                    "E12000001",
                    [new IndicatorSum("WF-1", 0, [12.5m, 400], 5, false)],
                    Noon
                ),
                new SumsReceived("workforce", "2021", 2, "E12000001", [], Noon),
            ]
        ),
        .. Of<MemberEvent>(StreamCategories.FederationMember, "coventry", EventRegistries.FederationMembers, Members()),
        .. Of<LinkEvent>(StreamCategories.FederationLink, LinkCommand.Key, EventRegistries.FederationLinks, Links()),
    ];

    private static PriorityEvent[] Priorities(string id)
    {
        var details = new PriorityDetails(
            "Anti-racist practice",
            new ThemeChoice("T01", ["T02"]),
            "First paragraph.\nSecond: £ and ¶.",
            new PriorityAlignment("national", "The nation's priority")
        );
        return
        [
            new PriorityDeclared("owner", id, "2022-23", PriorityLevel.Council, details, Audience.Owner, "person"),
            new PriorityAudienceChanged(id, Audience.Network, new DateOnly(2022, 4, 1)),
            new PriorityRevised(id, details with { Title = "Another title" }, "person"),
            new PriorityStatusChanged(id, PriorityStatus.Approved, "Cabinet"),
            new PrioritiesRanked("2022-23", [id]),
        ];
    }

    private static NarrativeWritten[] Narratives() =>
        [new("CSW-02", "2023", "A text.", Audience.Network, July, "person")];

    private static NetworkEvent[] Networks()
    {
        var details = new NetworkDetails("A network", ServiceScope.Both, "E12000005", "A mandate.", ["Regional ADCS"]);
        return
        [
            new NetworkFounded(Network, NetworkLevel.Regional, details),
            new NetworkRevised(details with { Name = "Another name" }),
            new CouncilJoinedNetwork(Coventry, April),
            new CouncilLeftNetwork(Coventry, July),
        ];
    }

    private static PswEvent[] PrincipalSocialWorkers() =>
        [
            new PswAppointed("psw-1", Wolverhampton, ServiceScope.Adults, PswForm.NotStated, "Head of Service", April),
            new PswFormChanged(PswForm.Hybrid, July),
            new PswReportingLineChanged("Deputy Director", July),
            new PswAppointmentEnded(July),
        ];

    private static WorkstreamEvent[] Workstreams()
    {
        var details = new WorkstreamDetails("A title", new ThemeChoice("T01", ["T02"]), "A mandate.", ["An aim"]);
        var action = new WorkstreamActionDetails("An action", Wolverhampton, July);
        var planned = new PracticeEventDetails(
            PracticeEventKind.Masterclass,
            "A masterclass",
            new PracticeEventDate(April, DatePrecision.Month),
            "Social workers",
            "A description."
        );
        return
        [
            new WorkstreamCreated("anti-racist-practice", Network, details, Audience.Network),
            new WorkstreamAudienceChanged(Audience.Public),
            new WorkstreamRevised(details with { Title = "Another title" }),
            new WorkstreamStatusChanged(WorkstreamStatus.Active),
            new ParticipantJoined(Wolverhampton, ParticipantRole.Deputy, April),
            new ParticipantLeft(Wolverhampton, July),
            new ActionAdded("a1", action),
            new ActionRevised("a1", action with { Title = "Another action" }),
            new ActionStatusChanged("a1", ActionStatus.OnTrack),
            new PracticeEventPlanned("e1", planned),
            new PracticeEventRevised("e1", planned with { Kind = PracticeEventKind.PracticeWeek }),
            new PracticeEventCancelled("e1"),
        ];
    }

    private static PublicationEvent[] Figures() =>
        [
            new VintageImported(
                "figures",
                1,
                "Figures",
                "figures.csv",
                new string('a', 64),
                Noon,
                [new Period("2022", "Reporting year")],
                [new AreaReference(AreaLevel.LocalAuthority, Wolverhampton, "336", "Wolverhampton")],
                [new Dimension("role", "Role", ["Total"])],
                [new Slice([0])],
                [new IndicatorColumn("staff_count", "Staff", "Workforce", "£", 1)],
                ["12.5", "c"],
                2,
                ["A warning."]
            ),
            new FiguresRecorded(
                "figures",
                1,
                0,
                [0],
                [0],
                [0],
                [
                    [0],
                ]
            ),
            new FiguresRecorded(
                "figures",
                1,
                1,
                [0],
                [0],
                [0],
                [
                    [1],
                ]
            ),
        ];

    private static PublicationEvent[] Statements()
    {
        var number = new StatedFigure(
            "s1",
            "Wolverhampton",
            Wolverhampton,
            ServiceScope.Childrens,
            "Audited files rated good",
            "2021-22",
            StatedQualifier.AtLeast,
            81.5m,
            Grade: null,
            "%",
            163m,
            200m,
            StatedQualifier.About,
            "3.14",
            "A note."
        );
        var grade = number with { Id = "s2", Value = null, Grade = "good", Unit = "grade" };
        return
        [
            new StatementsRecorded("report", 1, "Report", Wolverhampton, new string('b', 64), Noon, [number, grade]),
        ];
    }

    private static PersonEvent[] People() =>
        [new PersonRegistered(Person, PersonKind.Human, "c2VhbGVk", April), new PersonErased(July)];

    private static RoleAssignmentEvent[] RoleAssignments() =>
        [Offered("role-1"), new RoleAccepted("person-2", April), new RoleEnded(July, "person-1")];

    private static RoleOffered Offered(string assignment) =>
        new(
            assignment,
            new RoleTerms(
                Role.DeputyPrincipalSocialWorker,
                Place.Council(Wolverhampton),
                ServiceScope.Adults,
                April,
                July,
                "role-0"
            ),
            new string(assignment[^1] == '1' ? 'c' : 'd', 64),
            "person-1",
            "person-0",
            Noon
        );

    private static AgreementEvent[] Agreements() =>
        [
            new AgreementDrawnUp(
                "agreement-1",
                Network,
                new AgreementTerms(
                    "An agreement",
                    "A purpose.",
                    [SharedSubject.Figures],
                    ["CSW-01"],
                    [Tier.NetworkNamed],
                    April,
                    July,
                    7,
                    "Data protection officer"
                )
            ),
            new AgreementSigned(Coventry, April),
            new AgreementLeft(Coventry, July),
            new AgreementWithdrawn(July),
        ];

    private static NeighbourEvent[] Neighbours() =>
        [
            new NeighboursImported(
                "2025",
                1,
                "Neighbours",
                "A source",
                Noon,
                [new NeighbourSet(Wolverhampton, [new Neighbour(Coventry, "Very close")])]
            ),
        ];

    private static ReturnEvent[] Returns()
    {
        var explanation = new Explanation("leavers", "White", "A team moved.");
        return
        [
            new ReturnEntered(
                "workforce",
                "2021",
                [Coventry],
                ServiceScope.Childrens,
                "1",
                "in_post,leavers",
                [new ReturnRow("White", ">90,2"), new ReturnRow("Total", "x,2.5")],
                [new ReturnWarning("SWING", "leavers", "White", "A warning.")],
                [explanation],
                "A reason.",
                "person-1",
                Noon
            ),
            new ReturnSubmitted([explanation], "person-1", Noon),
            new ReturnSentBack("A reason.", "person-2", Noon),
            new ReturnSubmitted([], "person-1", Noon),
            new ReturnApproved(1, "person-2", Noon),
            new ReturnReleased(1, ReleaseLevel.Nation, July, "person-2", April),
            new QuestionAsked(1, Network, "leavers", "White", "A question?", "person-3", Noon),
            new QuestionAnswered(1, "An answer.", "person-1", Noon),
            new ReturnWithdrawn("A reason.", "person-2", July),
        ];
    }

    private static MemberEvent[] Members() =>
        [
            new MemberInvited(
                "coventry",
                [Place.Council(Coventry)],
                ReleaseLevel.Network,
                new string('e', 64),
                "person-1",
                Noon
            ),
            new MemberEnrolled("a2V5", Noon),
            new MessageTaken(1, $"workforce.2021.{Coventry}", Noon),
            new MessageQuarantined(2, $"workforce.2021.{Coventry}", Reasons, Noon),
            new QuarantineSettled([2], "person-1", Noon),
            new MemberLeft("person-1", Noon),
        ];

    private static LinkEvent[] Links()
    {
        var key = $"workforce.2021.{Coventry}";
        return
        [
            new HubJoined(
                "west-midlands",
                1,
                "https://hub.example.gov.uk",
                "a2V5",
                [Place.Region("E12000005")],
                ReleaseLevel.Nation,
                "person-1",
                Noon
            ),
            new MessageQueued(1, MessageKind.Released, key, 1, ReleaseLevel.Nation, Noon),
            new MessagesAcknowledged(1, [new QuarantinedMessage(1, key, Reasons)], Noon),
            new HubLeaving(LeavingHow.WhatWasSentIsWithdrawn, "person-1", Noon),
            new HubLeft(Noon),
        ];
    }

    private static QuarantineReason[] Reasons => [new("FIGURE_BLANK", "Write the figure.", "table.3.leavers")];

    private static IEnumerable<EventExample> Of<TEvent>(
        string category,
        string key,
        EventTypeRegistry<TEvent> registry,
        IReadOnlyList<TEvent> events
    )
        where TEvent : class =>
        events.Select(
            (happened, index) =>
                new EventExample(
                    typeof(TEvent),
                    happened,
                    new StreamId(category, key),
                    new StreamVersion(index + 1),
                    registry.Encode(happened),
                    registry.Decode
                )
        );
}

/// <param name="Kind">The kind of event that its grain records.</param>
internal sealed record EventExample(
    Type Kind,
    object Event,
    StreamId Stream,
    StreamVersion Version,
    NewEvent Encoded,
    Func<JournalEntry, object> Decode
)
{
    public JournalEntry At(long position) =>
        new(
            new JournalPosition(position),
            Stream,
            Version,
            Encoded.Type,
            Encoded.Payload,
            $"command-{position}",
            "tester",
            DateTimeOffset.UnixEpoch
        );
}
