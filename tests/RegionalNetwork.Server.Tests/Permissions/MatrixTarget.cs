using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>What a question of the matrix is about: a place, and a thing of one tier there.</summary>
/// <param name="Council">Null for what is no council's.</param>
internal sealed record MatrixTarget(string Name, string? Council, string Network, Tier Tier)
{
    /// <summary>No thing has this code.</summary>
    private const string NoSuchThing = "no-such-thing";

    private static readonly MatrixTarget Nothing = new("nothing", "E06000001", NoSuchThing, Tier.Public);

    /// <summary>The own council and a network that it is no member of: its part in another network's workstream.</summary>
    private static readonly MatrixTarget Crossed = new("crossed", Own, ForeignNetwork, Tier.NetworkNamed);

    public static IReadOnlyList<MatrixTarget> All { get; } =
    [
        .. CouncilCodes.SelectMany(council =>
            ApprovedTable.TiersOfThings.Select(tier => new MatrixTarget(
                $"{council}-{ApprovedTable.ColumnOf(tier)}",
                council,
                council == Foreign ? ForeignNetwork : OwnNetwork,
                tier
            ))
        ),
        .. NetworkCodes.SelectMany(network =>
            ApprovedTable
                .TiersOfThings.Skip(1)
                .Select(tier => new MatrixTarget($"{network}-{ApprovedTable.ColumnOf(tier)}", null, network, tier))
        ),
        Crossed,
        Nothing,
    ];

    public bool Exists => this != Nothing;

    public bool IsCrossed => this == Crossed;

    /// <summary>Whose the priority and the role assignment are.</summary>
    public Place Owner => Council is null ? PlaceOfNetwork(Network) : Place.Council(Council);

    /// <summary>Whether the workstream is run by no network: the nation's, or a council's that it leads alone.</summary>
    public bool IsWithoutNetwork =>
        Council is null ? Network == NationalNetwork : Tier is Tier.CouncilDraft or Tier.CouncilApproved;

    public string CouncilOrHelper => Council ?? Helper;

    public string PriorityOwner => Council ?? Network;

    public string PriorityCode => Exists ? ApprovedTable.ColumnOf(Tier) : NoSuchThing;

    public string PriorityId => PriorityIdOf(PriorityCode);

    /// <summary>Of every priority that its owner has.</summary>
    public IEnumerable<string> PriorityIds =>
        (Council is null ? ApprovedTable.TiersOfThings.Skip(1) : ApprovedTable.TiersOfThings).Select(tier =>
            PriorityIdOf(ApprovedTable.ColumnOf(tier))
        );

    public string Workstream =>
        !Exists ? NoSuchThing
        : IsCrossed ? "joint"
        : WorkstreamOf(
            Council ?? Network,
            Tier == Tier.CouncilApproved && Council is not null ? Tier.CouncilDraft : Tier
        );

    /// <summary>The council that leads the workstream.</summary>
    public string? LeadCouncil => IsCrossed ? Foreign : Council;

    public string ActionOwner => Council ?? Helper;

    public string Agreement => $"{Network}-named";

    public string Assignment => AssignmentOf(Owner);

    public static string WorkstreamOf(string owner, Tier tier) => $"work-{owner}-{ApprovedTable.ColumnOf(tier)}";

    public static string AssignmentOf(Place place) => $"role-{place.Kind}-{place.Code}";

    private string PriorityIdOf(string code) =>
        $"Priority:{(Council is null ? "Network" : "Council")}:{PriorityOwner}:{code}";
}
