using RegionalNetwork.Domain.Audiences;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Permissions;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Audiences;

public sealed class AudienceRulesTests
{
    private const string AgreedIndicator = "CSW-01";

    private static readonly DateOnly Shown = new(2022, 6, 1);
    private static readonly DateOnly Today = new(2024, 1, 15);

    private readonly Agreements _agreements = new();
    private NetworkDirectory _networks = NetworkDirectory
        .Empty.Apply(
            WestMidlands,
            new NetworkFounded(
                WestMidlands,
                NetworkLevel.Regional,
                new NetworkDetails("West Midlands", ServiceScope.Both, null, null, [])
            )
        )
        .Apply(WestMidlands, new CouncilJoinedNetwork(Wolverhampton, new DateOnly(2020, 4, 1)))
        .Apply(WestMidlands, new CouncilJoinedNetwork(Coventry, new DateOnly(2020, 4, 1)))
        .Apply(WestMidlands, new CouncilJoinedNetwork(Dudley, new DateOnly(2023, 4, 1)));

    public static TheoryData<Tier, Role> OwnCouncil
    {
        get
        {
            var cases = new TheoryData<Tier, Role>();
            foreach (var row in PermissionTable.Rows.Where(row => row.At == PlaceKind.Council))
            {
                cases.Add(Tier.CouncilDraft, row.Role);
                cases.Add(Tier.CouncilApproved, row.Role);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(OwnCouncil))]
    public void A_councils_own_data_are_for_its_own_roles_that_the_table_names(Tier tier, Role role)
    {
        var thing = Own(tier);

        Assert.Equal(
            PermissionTable.Of(role).Sees.Contains(tier) ? Sight.Own : Sight.Hidden,
            See(At(role, Wolverhampton), thing)
        );
        Assert.Equal(Sight.Hidden, See(At(role, Coventry), thing));
        Assert.Equal(Sight.Hidden, See(null, thing));
    }

    [Fact]
    public void Named_data_are_for_members_of_that_day_who_are_party_to_a_current_agreement()
    {
        _agreements.Parties.UnionWith([Wolverhampton, Coventry, Dudley]);

        Assert.Equal(Sight.Shared, See(PswOf(Coventry), Named));
        Assert.Equal(Sight.Own, See(PswOf(Wolverhampton), Named));
        Assert.Equal(Sight.Hidden, See(PswOf(Dudley), Named));
        Assert.Equal(Sight.Shared, See(Coordinator, Named));
        Assert.Equal(Sight.Hidden, See(OtherCoordinator, Named));
    }

    [Fact]
    public void Figures_of_an_indicator_are_for_parties_to_an_agreement_that_names_it()
    {
        _agreements.Parties.UnionWith([Wolverhampton, Coventry]);
        var figure = Named with { Subject = SharedSubject.Figures, Indicator = AgreedIndicator };

        Assert.Equal(Sight.Shared, See(PswOf(Coventry), figure));
        Assert.Equal(Sight.Hidden, See(PswOf(Coventry), figure with { Indicator = "AGY-04" }));
        Assert.Equal(Sight.Own, See(PswOf(Wolverhampton), figure with { Indicator = "AGY-04" }));
    }

    [Fact]
    public void Sums_are_for_roles_that_see_their_tier_in_their_own_region_or_network()
    {
        var network = _networks.Find(WestMidlands)!;

        Assert.True(Sums(PswOf(Coventry)).SeesTotals(Tier.NationalAggregate, "E92000001"));
        Assert.True(Sums(PswOf(Coventry)).SeesTotals(Tier.RegionalAggregate, "E12000001"));
        Assert.True(Sums(PswOf(Coventry)).SeesTotalsOf(network, Today));
        Assert.True(Sums(Coordinator).SeesTotalsOf(network, Today));
        Assert.False(Sums(OtherCoordinator).SeesTotalsOf(network, Today));
        Assert.True(Sums(At(Role.NationalOffice, Wolverhampton)).SeesTotalsOf(network, Today));
        Assert.False(Sums(At(Role.DataOfficer, Wolverhampton)).SeesTotals(Tier.NationalAggregate, "E92000001"));
        Assert.False(Sums(null).SeesTotals(Tier.NationalAggregate, "E92000001"));
        Assert.False(Sums(null).SeesTotalsOf(network, Today));
    }

    private AudienceRules Sums(Actor? actor) => new(actor, _networks, _agreements, Today);

    [Fact]
    public void Who_left_the_network_keeps_what_they_saw_then()
    {
        _agreements.Parties.UnionWith([Wolverhampton, Coventry]);
        _networks = _networks.Apply(WestMidlands, new CouncilLeftNetwork(Coventry, new DateOnly(2023, 3, 31)));

        Assert.Equal(Sight.Shared, See(PswOf(Coventry), Named));
        Assert.Equal(Sight.Hidden, See(PswOf(Coventry), Named with { Since = new DateOnly(2023, 6, 1) }));
    }

    [Theory]
    [InlineData(Wolverhampton)]
    [InlineData(Coventry)]
    public void Without_an_agreement_of_both_nobody_sees_another_councils_named_data(string onlyParty)
    {
        _agreements.Parties.Add(onlyParty);

        Assert.Equal(Sight.Hidden, See(PswOf(Coventry), Named));
        Assert.Equal(Sight.Own, See(PswOf(Wolverhampton), Named));
    }

    [Fact]
    public void Every_role_that_the_table_does_not_show_named_data_to_sees_none()
    {
        _agreements.Parties.UnionWith([Wolverhampton, Coventry]);
        foreach (var row in PermissionTable.Rows.Where(row => !row.Sees.Contains(Tier.NetworkNamed)))
        {
            Assert.Equal(Sight.Hidden, See(new Actor("somebody", [new(row.Role, PlaceOf(row.At))]), Named));
        }
    }

    [Fact]
    public void Broken_glass_shows_one_council_and_nothing_else()
    {
        var actor = new Actor(
            "operator",
            [new(Role.Operator, Place.Council(Wolverhampton)) { BreakGlassReason = "Restoring a lost return" }]
        );

        Assert.Equal(Sight.BrokenGlass, See(actor, Own(Tier.CouncilDraft)));
        Assert.Equal(Sight.Hidden, See(actor, Own(Tier.CouncilDraft) with { Owner = Place.Council(Coventry) }));
        Assert.Equal(Sight.Hidden, See(Operator, Own(Tier.CouncilDraft)));
        Assert.False(actor.May(Permission.ImportStatistics));
    }

    [Fact]
    public void A_networks_own_things_are_for_its_members_and_its_roles()
    {
        var thing = new Exposure(
            Audience.Network,
            Tier.NetworkNamed,
            Place.Network(WestMidlands),
            SharedSubject.Workstreams,
            Shown
        );

        Assert.Equal(Sight.Own, See(PswOf(Wolverhampton), thing));
        Assert.Equal(Sight.Own, See(Coordinator, thing));
        Assert.Equal(Sight.Hidden, See(PswOf("E09000001"), thing));
        Assert.Equal(Sight.Hidden, See(OtherCoordinator, thing));
        Assert.Equal(Sight.Hidden, See(NationalOffice, thing));
    }

    [Fact]
    public void What_a_council_says_of_a_figure_is_shared_where_the_agreement_covers_that_indicator()
    {
        _agreements.Parties.UnionWith([Wolverhampton, Coventry]);
        var rules = new AudienceRules(PswOf(Coventry), _networks, _agreements, Today);

        Assert.Equal(Sight.Shared, rules.See(Said(AgreedIndicator), Wolverhampton));
        Assert.Equal(Sight.Hidden, rules.See(Said("CSW-09"), Wolverhampton));
        Assert.Equal(
            Sight.Own,
            new AudienceRules(PswOf(Wolverhampton), _networks, _agreements, Today).See(Said("CSW-09"), Wolverhampton)
        );

        static Narrative Said(string indicator) => new(indicator, "2023", "A text.", Audience.Network, Shown);
    }

    private static Exposure Named =>
        new(Audience.Network, Tier.NetworkNamed, Place.Council(Wolverhampton), SharedSubject.Priorities, Shown);

    private static Exposure Own(Tier tier) =>
        new(Audience.Owner, tier, Place.Council(Wolverhampton), SharedSubject.Priorities, Shown);

    private static Actor At(Role role, string council) => new("somebody", [new(role, Place.Council(council))]);

    private static Place PlaceOf(PlaceKind kind) =>
        kind switch
        {
            PlaceKind.Council => Place.Council(Coventry),
            PlaceKind.Network => Place.Network(WestMidlands),
            PlaceKind.Region => Place.Region("E12000005"),
            PlaceKind.Nation => Place.Nation,
            _ => Place.Service,
        };

    private Sight See(Actor? actor, Exposure thing) =>
        new AudienceRules(actor, _networks, _agreements, Today).See(thing);

    private sealed class Agreements : ISharingAgreements
    {
        public HashSet<string> Parties { get; } = [];

        public bool Cover(string network, string council, SharedSubject subject, DateOnly on) =>
            on == Today && Parties.Contains(council);

        public bool CoverIndicator(string network, string council, string indicator, DateOnly on) =>
            indicator == AgreedIndicator && Cover(network, council, SharedSubject.Figures, on);
    }
}
