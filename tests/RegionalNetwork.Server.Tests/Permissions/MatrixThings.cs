using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Themes;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.Server.Tests.Journal;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>What there is in a world of the matrix: public things in every world, and those that not everybody sees.</summary>
internal static class MatrixThings
{
    /// <summary>An agreement is there before what is shown under it; otherwise the order does not matter.</summary>
    public static IReadOnlyList<MatrixThing> All { get; } =
    [
        AgreementOf(OwnNetwork, Own, Agreed),
        AgreementOf(ForeignNetwork, Foreign),
        .. CouncilCodes.SelectMany(council => ApprovedTable.TiersOfThings.Select(tier => PriorityOf(council, tier))),
        .. NetworkCodes.SelectMany(network =>
            ApprovedTable.TiersOfThings.Skip(1).Select(tier => PriorityOfNetwork(network, tier))
        ),
        .. CouncilCodes.Select(WorkstreamAlone),
        .. CouncilCodes.SelectMany(council => WorkstreamsOf(council, NetworkOf(council), council)),
        .. NetworkCodes.SelectMany(network =>
            WorkstreamsOf(network, network == NationalNetwork ? null : network, lead: null)
        ),
        JointWorkstream(),
        .. MatrixRoles.Things,
        .. MatrixReturns.Things,
        .. CouncilCodes.SelectMany(council => TiersOfNarratives.Select(tier => NarrativeOf(council, tier))),
    ];

    /// <summary>Of two indicators' figures of one year: a council says one thing of each.</summary>
    private static Tier[] TiersOfNarratives => [Tier.CouncilApproved, Tier.NetworkNamed];

    public const string PersonToErase = "person-to-erase";

    public static async Task MakePublicThingsAsync(MatrixWorld world)
    {
        foreach (var network in NetworkCodes)
        {
            var level = network == NationalNetwork ? NetworkLevel.National : NetworkLevel.Regional;
            await world.DoInNetworkAsync(
                new FoundNetwork(
                    network,
                    level,
                    new NetworkDetails(network, ServiceScope.Both, null, "Mandate", ["ADCS"])
                )
            );
            await world.DoInNetworkAsync(new AdmitCouncil(network, Helper, new DateOnly(2020, 4, 1)));
        }

        foreach (var council in CouncilCodes.Append(Helper))
        {
            await world.DoAsync(
                new AppointPsw($"psw-{council}", council, ServiceScope.Both, PswForm.Dedicated, null, new(2024, 4, 1))
            );
        }

        foreach (var council in CouncilCodes)
        {
            await world.DoInNetworkAsync(new AdmitCouncil(NetworkOf(council), council, new DateOnly(2020, 4, 1)));
        }

        await SyntheticFigures.ImportAsync(world.Host);
        await world.DoAsync(Report());
        var registered = new Actor(PersonToErase, []);
        await world.DoAsync(new RegisterPerson(PersonToErase, PersonKind.Human, "c2VhbGVk"), registered);
    }

    private static string NetworkOf(string council) => council == Foreign ? ForeignNetwork : OwnNetwork;

    /// <summary>What a council says of itself is published; who may record it is asked elsewhere.</summary>
    private static RecordStatements Report() =>
        new(
            PublicationId.TryParse("matrix-report", out var id) ? id : throw new InvalidOperationException(),
            "Report",
            Own,
            new string('a', 64),
            [
                new StatedFigure(
                    "stated-1",
                    "Wolverhampton",
                    Own,
                    ServiceScope.Both,
                    "Vacancies",
                    "2025-26",
                    StatedQualifier.Exact,
                    4,
                    null,
                    "count",
                    null,
                    null,
                    StatedQualifier.Exact,
                    "1",
                    "Note"
                ),
            ]
        );

    /// <summary>Who is of the network sees what its councils agreed to, and who runs the service.</summary>
    private static MatrixThing AgreementOf(string network, params string[] parties)
    {
        var code = $"{network}-named";
        var terms = new AgreementTerms(
            "Sharing",
            "Compare",
            [SharedSubject.Priorities, SharedSubject.Workstreams, SharedSubject.Figures],
            [MatrixArguments.SecondIndicator],
            [Tier.NetworkNamed],
            new DateOnly(2026, 4, 1),
            new DateOnly(2027, 3, 31),
            6,
            "Data protection officer"
        );
        return new MatrixThing(
            code,
            Marker: null,
            async world =>
            {
                await world.DoAsync(new DrawUpAgreement(code, network, terms, NetworkExists: true));
                foreach (var council in parties)
                {
                    await world.DoAsync(new SignAgreement(code, council, IsMember: true));
                }
            },
            (table, caller) =>
                caller.IsHeldAt(table, PlaceKind.Service)
                || (network == OwnNetwork && caller.IsHeldAt(table, PlaceKind.Council, PlaceKind.Network))
        );
    }

    private static MatrixThing PriorityOf(string council, Tier tier) =>
        new(
            $"priority-{council}-{tier}",
            $"{council} {tier}",
            async world =>
            {
                var code = ApprovedTable.ColumnOf(tier);
                await world.DoInCouncilAsync(new DeclarePriority(council, code, Year, DetailsOf($"{council} {tier}")));
                if (tier == Tier.CouncilApproved)
                {
                    var approver = As.AllRoles with { Subject = "test:approver" };
                    await world.DoInCouncilAsync(
                        new ChangePriorityStatus(council, code, PriorityStatus.Approved, "Cabinet"),
                        approver
                    );
                }

                if (tier >= Tier.NetworkNamed)
                {
                    await world.DoInCouncilAsync(new ChangePriorityAudience(council, code, AudienceOf(tier)));
                }
            },
            (table, caller) =>
                WhoseIs(council) is { } whose && caller.Role is { } role
                    ? table.Sees(role, tier, whose)
                    : tier == Tier.Public
        );

    private static MatrixThing NarrativeOf(string council, Tier tier) =>
        new(
            $"narrative-{council}-{tier}",
            $"Said by {council} {tier}",
            world =>
                world.DoInCouncilAsync(
                    new WriteNarrative(
                        council,
                        tier == Tier.NetworkNamed ? MatrixArguments.SecondIndicator : MatrixArguments.Indicator,
                        "2024",
                        $"Said by {council} {tier}",
                        AudienceOf(tier),
                        FigureExists: true
                    )
                ),
            (table, caller) => WhoseIs(council) is { } whose && caller.Role is { } role && table.Sees(role, tier, whose)
        );

    /// <summary>T1 is kept for who runs the network or the nation, T2 is for its members too.</summary>
    private static MatrixThing PriorityOfNetwork(string network, Tier tier) =>
        new(
            $"priority-{network}-{tier}",
            $"{network} {tier}",
            async world =>
            {
                var code = ApprovedTable.ColumnOf(tier);
                await world.DoInNetworkAsync(new DeclarePriority(network, code, Year, DetailsOf($"{network} {tier}")));
                await world.DoInNetworkAsync(new ChangePriorityAudience(network, code, AudienceOf(tier)));
            },
            (table, caller) =>
                tier == Tier.Public
                    ? SeesPublic(table, caller, network)
                    : SeesOwn(table, caller, network)
                        && (tier == Tier.NetworkNamed || caller.IsHeldAt(table, PlaceKind.Network, PlaceKind.Nation))
        );

    /// <summary>Led by one council, of no network: its own people's, whatever their tier says of drafts.</summary>
    private static MatrixThing WorkstreamAlone(string council) =>
        WorkstreamThing(
            MatrixTarget.WorkstreamOf(council, Tier.CouncilDraft),
            network: null,
            council,
            [],
            isPublic: false,
            (table, caller) => council == Own && SeesNamedAsCouncil(table, caller)
        );

    private static IEnumerable<MatrixThing> WorkstreamsOf(string owner, string? network, string? lead)
    {
        foreach (var tier in ApprovedTable.TiersOfThings.Skip(lead is null ? 1 : 2))
        {
            yield return WorkstreamThing(
                MatrixTarget.WorkstreamOf(owner, tier),
                network,
                lead,
                [],
                isPublic: tier == Tier.Public,
                (table, caller) =>
                    tier == Tier.Public
                        ? SeesPublic(table, caller, network)
                        : SeesOwn(table, caller, network ?? NationalNetwork)
                            || (lead == Own && SeesNamedAsCouncil(table, caller))
            );
        }
    }

    /// <summary>Another network's, in which the own council takes part: its people see it, its network's do not.</summary>
    private static MatrixThing JointWorkstream() =>
        WorkstreamThing("joint", ForeignNetwork, Foreign, [Own], isPublic: false, SeesNamedAsCouncil);

    private static bool SeesNamedAsCouncil(ApprovedTable table, MatrixCaller caller) =>
        caller.IsHeldAt(table, PlaceKind.Council) && table.Sees(caller.Role!.Value, Tier.NetworkNamed, Whose.Own);

    /// <summary>What is a network's or the nation's own and not public.</summary>
    private static bool SeesOwn(ApprovedTable table, MatrixCaller caller, string network) =>
        caller.Role is { } role
        && (
            network == OwnNetwork
                ? table.Sees(role, Tier.NetworkNamed, Whose.NoCouncils)
                : network == NationalNetwork && caller.IsHeldAt(table, PlaceKind.Nation) && table.SeesNational(role)
        );

    private static bool SeesPublic(ApprovedTable table, MatrixCaller caller, string? network) =>
        network != OwnNetwork || caller.Role is not { } role || table.Sees(role, Tier.Public, Whose.NoCouncils);

    private static MatrixThing WorkstreamThing(
        string code,
        string? network,
        string? lead,
        string[] participants,
        bool isPublic,
        Func<ApprovedTable, MatrixCaller, bool> isSeenBy
    ) =>
        new(
            code,
            $"Title of {code}",
            async world =>
            {
                var from = new DateOnly(2026, 4, 1);
                var details = new WorkstreamDetails(
                    $"Title of {code}",
                    new ThemeChoice("T01", ["T02"]),
                    "Mandate",
                    ["Aim"]
                );
                await world.DoAsync(new CreateWorkstream(code, network, lead, from, details));
                foreach (var council in participants.Append(Helper))
                {
                    await world.DoAsync(new AddParticipant(code, council, ParticipantRole.Participant, from));
                }

                var owner = participants.FirstOrDefault() ?? lead ?? Helper;
                await world.DoAsync(new AddAction(code, "a1", new WorkstreamActionDetails("Action", owner, null)));
                var day = new PracticeEventDate(new DateOnly(2026, 6, 1), DatePrecision.Day);
                await world.DoAsync(
                    new PlanPracticeEvent(
                        code,
                        "e1",
                        new PracticeEventDetails(PracticeEventKind.Workshop, "Event", day, "All", "Described")
                    )
                );
                if (isPublic)
                {
                    await world.DoAsync(new ChangeWorkstreamAudience(code, Audience.Public));
                }
            },
            isSeenBy
        );

    private static Audience AudienceOf(Tier tier) =>
        tier switch
        {
            Tier.Public => Audience.Public,
            Tier.NetworkNamed => Audience.Network,
            _ => Audience.Owner,
        };

    private static PriorityDetails DetailsOf(string title) =>
        new(title, new ThemeChoice("T01", ["T02"]), "Because", new PriorityAlignment(OwnNetwork, "Wider"));
}
