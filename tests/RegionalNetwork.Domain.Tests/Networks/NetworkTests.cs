using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Networks;

public sealed class NetworkTests
{
    private static readonly DateOnly April2020 = new(2020, 4, 1);
    private static readonly DateOnly March2022 = new(2022, 3, 31);

    private static readonly NetworkDetails Details = new(
        "West Midlands",
        ServiceScope.Both,
        "E12000005",
        null,
        ["Regional ADCS", "Regional ADASS"]
    );

    private static readonly NetworkFounded Founded = new(WestMidlands, NetworkLevel.Regional, Details);

    private readonly GrainSpec<NetworkState, INetworkCommand, INetworkEvent> _network = new(
        NetworkState.Initial,
        NetworkDecider.Decide,
        NetworkDecider.Evolve
    );

    [Fact]
    public void An_operator_founds_a_network() =>
        _network
            .When(AllRoles, new FoundNetwork(WestMidlands, NetworkLevel.Regional, Details))
            .Then(Founded)
            .When(AllRoles, new FoundNetwork(WestMidlands, NetworkLevel.Regional, Details))
            .ThenNothing()
            .When(AllRoles, new FoundNetwork(WestMidlands, NetworkLevel.National, Details))
            .ThenRefused("ID_TAKEN", "id");

    [Fact]
    public void A_region_is_one_of_the_nine() =>
        _network
            .When(AllRoles, new FoundNetwork("n", NetworkLevel.Regional, Details with { RegionCode = "E13000001" }))
            .ThenRefused("REGION_NOT_FOUND", "regionCode");

    [Fact]
    public void No_network_is_called_national() =>
        _network
            .When(AllRoles, new FoundNetwork("national", NetworkLevel.National, Details with { RegionCode = null }))
            .ThenRefused("ID_RESERVED", "network");

    [Fact]
    public void Sponsors_have_a_limit()
    {
        var most = Details with { Sponsors = [.. Enumerable.Repeat("ADCS", Limits.SponsorsPerNetwork)] };

        _network
            .When(
                AllRoles,
                new FoundNetwork("n", NetworkLevel.Regional, most with { Sponsors = [.. most.Sponsors, "ADASS"] })
            )
            .ThenRefused("TOO_MANY", "sponsors");
        _network
            .When(AllRoles, new FoundNetwork("n", NetworkLevel.Regional, most))
            .Then(new NetworkFounded("n", NetworkLevel.Regional, most));
    }

    [Fact]
    public void A_coordinator_revises_their_network()
    {
        var revised = Details with { Mandate = "As directed by the regional ADCS and ADASS." };

        _network
            .Given(Founded)
            .When(Coordinator, new ReviseNetwork(WestMidlands, revised))
            .Then(new NetworkRevised(revised))
            .When(Coordinator, new ReviseNetwork(WestMidlands, revised))
            .ThenNothing();
    }

    [Fact]
    public void Members_of_the_past_stay_known()
    {
        _network
            .Given(Founded)
            .When(Coordinator, new AdmitCouncil(WestMidlands, Wolverhampton, April2020))
            .Then(new CouncilJoinedNetwork(Wolverhampton, April2020))
            .When(Coordinator, new ReleaseCouncil(WestMidlands, Wolverhampton, March2022))
            .Then(new CouncilLeftNetwork(Wolverhampton, March2022))
            .When(Coordinator, new AdmitCouncil(WestMidlands, Coventry, March2022))
            .Then(new CouncilJoinedNetwork(Coventry, March2022));

        var network = _network.State.Network!;
        Assert.Empty(network.MembersOn(April2020.AddDays(-1)));
        Assert.Equal([Wolverhampton], network.MembersOn(April2020).Select(member => member.Council));
        Assert.Equal([Coventry, Wolverhampton], network.MembersOn(March2022).Select(member => member.Council));
        Assert.True(network.IsMember(Wolverhampton, March2022));
        Assert.False(network.IsMember(Wolverhampton, March2022.AddDays(1)));
    }

    [Fact]
    public void A_council_is_a_member_once_at_a_time()
    {
        _network.Given(Founded, new CouncilJoinedNetwork(Coventry, April2020));

        _network.When(Coordinator, new AdmitCouncil(WestMidlands, Coventry, April2020)).ThenNothing();
        _network
            .When(Coordinator, new AdmitCouncil(WestMidlands, Coventry, March2022))
            .ThenRefused("ALREADY_MEMBER", "joinedOn");
    }

    [Fact]
    public void A_council_joins_again_the_day_after_it_left()
    {
        _network.Given(
            Founded,
            new CouncilJoinedNetwork(Coventry, April2020),
            new CouncilLeftNetwork(Coventry, March2022)
        );

        _network
            .When(Coordinator, new AdmitCouncil(WestMidlands, Coventry, March2022))
            .ThenRefused("ALREADY_MEMBER", "joinedOn");
        _network
            .When(Coordinator, new AdmitCouncil(WestMidlands, Coventry, March2022.AddDays(1)))
            .Then(new CouncilJoinedNetwork(Coventry, March2022.AddDays(1)));
        Assert.Equal(2, _network.State.Network!.Memberships.All.Count);
    }

    [Fact]
    public void A_member_cannot_leave_before_it_joined_or_twice()
    {
        _network.Given(Founded, new CouncilJoinedNetwork(Coventry, April2020));

        _network
            .When(Coordinator, new ReleaseCouncil(WestMidlands, Coventry, April2020.AddDays(-1)))
            .ThenRefused("INVALID_DATES", "leftOn");
        _network.Given(new CouncilLeftNetwork(Coventry, March2022));
        _network.When(Coordinator, new ReleaseCouncil(WestMidlands, Coventry, March2022)).ThenNothing();
        _network
            .When(Coordinator, new ReleaseCouncil(WestMidlands, Coventry, April2020))
            .ThenRefused("NOT_A_MEMBER", "council");
    }

    [Theory]
    [InlineData("E06000058", "2019-03-31", "COUNCIL_NOT_IN_BEING")]
    [InlineData("E06000028", "2019-04-01", "COUNCIL_NOT_IN_BEING")]
    [InlineData("E06000999", "2019-04-01", "COUNCIL_NOT_FOUND")]
    public void Only_a_council_in_being_joins(string council, string date, string code) =>
        _network
            .Given(Founded)
            .When(AllRoles, new AdmitCouncil(WestMidlands, council, DateOnly.Parse(date)))
            .ThenRefused(code, "council");

    [Fact]
    public void Memberships_have_a_limit()
    {
        _network.Given(Founded);
        for (var number = 1; number < Limits.MembershipsPerNetwork; number++)
        {
            var day = April2020.AddDays(number);
            _network.Given(new CouncilJoinedNetwork(Coventry, day), new CouncilLeftNetwork(Coventry, day));
        }

        _network
            .When(AllRoles, new AdmitCouncil(WestMidlands, Dudley, April2020))
            .Then(new CouncilJoinedNetwork(Dudley, April2020))
            .When(AllRoles, new AdmitCouncil(WestMidlands, Wolverhampton, April2020))
            .ThenRefused("TOO_MANY");
    }

    [Fact]
    public void Nothing_is_done_to_a_network_that_is_not_there() =>
        _network
            .When(AllRoles, new AdmitCouncil(WestMidlands, Coventry, April2020))
            .ThenRefused("NETWORK_NOT_FOUND", "network");

    [Theory]
    [InlineData(NetworkLevel.Regional, PriorityLevel.Regional, Audience.Network)]
    [InlineData(NetworkLevel.National, PriorityLevel.National, Audience.Public)]
    public void A_networks_priorities_are_of_its_level_and_shown_to_those_they_are_for(
        NetworkLevel network,
        PriorityLevel priority,
        Audience audience
    )
    {
        var details = new PriorityDetails("Recruitment", new ThemeChoice("T03", []), null, null);

        _network
            .Given(new NetworkFounded("n", network, Details))
            .When(AllRoles, new DeclarePriority("n", "a", "2022-23", details))
            .Then(new PriorityDeclared("n", "a", "2022-23", priority, details, audience, AllRoles.Subject));
    }

    [Fact]
    public void A_regional_network_is_its_coordinators()
    {
        _network.Given(Founded);
        INetworkCommand[] commands =
        [
            new ReviseNetwork(WestMidlands, Details),
            new AdmitCouncil(WestMidlands, Coventry, April2020),
            new ReleaseCouncil(WestMidlands, Coventry, April2020),
            new RankPriorities(WestMidlands, "2022-23", []),
            new FoundNetwork(WestMidlands, NetworkLevel.Regional, Details),
        ];

        foreach (var command in commands)
        {
            _network.When(OtherCoordinator, command).ThenRefused("NOT_PERMITTED");
            _network.When(NationalOffice, command).ThenRefused("NOT_PERMITTED");
            _network.When(PswOf(Coventry), command).ThenRefused("NOT_PERMITTED");
        }

        _network.When(Coordinator, commands[4]).ThenRefused("NOT_PERMITTED");
    }

    [Fact]
    public void A_national_network_is_the_national_offices()
    {
        var national = new FoundNetwork(WestMidlands, NetworkLevel.National, Details);

        _network
            .When(NationalOffice, national)
            .Then(new NetworkFounded(WestMidlands, NetworkLevel.National, Details))
            .When(NationalOffice, new RankPriorities(WestMidlands, "2022-23", []))
            .ThenNothing()
            .When(Coordinator, new RankPriorities(WestMidlands, "2022-23", []))
            .ThenRefused("NOT_PERMITTED");
    }
}
