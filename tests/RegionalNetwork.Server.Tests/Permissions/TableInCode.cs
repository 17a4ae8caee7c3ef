using System.Collections.Immutable;
using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using static RegionalNetwork.Server.Tests.Permissions.MatrixPlaces;

namespace RegionalNetwork.Server.Tests.Permissions;

/// <summary>What the code's table and audience function do, written as the approved table is.</summary>
internal static class TableInCode
{
    private static readonly Whose[] EveryWhose = [Whose.Own, Whose.Agreed, Whose.Without, Whose.NoCouncils];

    private static readonly NetworkDirectory Networks = MembersOfOwnNetwork();

    public static ApprovedTable Read()
    {
        var cells = ImmutableDictionary.CreateBuilder<ApprovedCell, string>();
        foreach (var row in PermissionTable.Rows)
        {
            var actor = new Actor("test:actor", [new Grant(row.Role, PlaceAt(row.At))]);
            Add(ApprovedTable.HeldAtColumn, row.At.ToString().ToLowerInvariant());
            foreach (var permission in Enum.GetValues<Permission>())
            {
                Add(ApprovedTable.ColumnOf(permission), Reach(actor, permission, PlaceAt(row.At)));
            }

            foreach (var tier in Enum.GetValues<Tier>())
            {
                Add(
                    ApprovedTable.ColumnOf(tier),
                    ApprovedTable.TiersOfThings.Contains(tier) ? Seen(actor, tier)
                        : row.Sees.Contains(tier) ? ApprovedTable.Yes
                        : ApprovedTable.Nowhere
                );
            }

            void Add(string column, string value) => cells.Add(new ApprovedCell(row.Role, column), value);
        }

        return new ApprovedTable(cells.ToImmutable());
    }

    private static string Reach(Actor actor, Permission permission, Place own)
    {
        Place[] others =
        [
            Place.Council(Agreed),
            Place.Network(ForeignNetwork),
            Place.Region("E12000001"),
            Place.Nation,
        ];
        var elsewhere = others.Where(place => place != own).ToArray();
        return !actor.May(permission, own) ? ApprovedTable.Nowhere
            : elsewhere.All(place => actor.May(permission, place)) ? ApprovedTable.Everywhere
            : elsewhere.Any(place => actor.May(permission, place)) ? "some"
            : ApprovedTable.InOwnPlace;
    }

    private static string Seen(Actor actor, Tier tier)
    {
        var rules = new AudienceRules(actor, Networks, new OwnAndAgreed(), Today);
        return string.Concat(
            EveryWhose.Select(whose =>
                rules.See(PriorityAt(tier), OwnerOf(whose)) != Sight.Hidden
                && (whose != Whose.NoCouncils || tier >= Tier.NetworkNamed)
                    ? (char)whose
                    : '-'
            )
        );
    }

    private static Place OwnerOf(Whose whose) =>
        whose switch
        {
            Whose.Own => Place.Council(Own),
            Whose.Agreed => Place.Council(Agreed),
            Whose.Without => Place.Council(Without),
            _ => Place.Network(OwnNetwork),
        };

    private static Priority PriorityAt(Tier tier) =>
        new(
            "owner",
            "id",
            Year,
            PriorityLevel.Council,
            1,
            new PriorityDetails("Title", new ThemeChoice("T01", []), null, null),
            tier == Tier.CouncilDraft ? PriorityStatus.Proposed : PriorityStatus.Approved,
            null
        )
        {
            Audience = tier switch
            {
                Tier.Public => Audience.Public,
                Tier.NetworkNamed => Audience.Network,
                _ => Audience.Owner,
            },
            Since = Today,
            WordedBy = "test:writer",
        };

    private static NetworkDirectory MembersOfOwnNetwork()
    {
        INetworkEvent[] events =
        [
            new NetworkFounded(
                OwnNetwork,
                NetworkLevel.Regional,
                new NetworkDetails(OwnNetwork, ServiceScope.Both, null, null, [])
            ),
            .. new[] { Own, Agreed, Without }.Select(council => new CouncilJoinedNetwork(council, Today.AddYears(-1))),
        ];
        return events.Aggregate(NetworkDirectory.Empty, (networks, happened) => networks.Apply(OwnNetwork, happened));
    }

    private sealed class OwnAndAgreed : ISharingAgreements
    {
        public bool Cover(string network, string council, SharedSubject subject, DateOnly on) =>
            network == OwnNetwork && council is Own or Agreed;

        public bool CoverIndicator(string network, string council, string indicator, DateOnly on) =>
            Cover(network, council, SharedSubject.Figures, on);
    }
}
