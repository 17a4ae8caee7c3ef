using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Networks;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Networks;

public sealed class NetworkDirectoryTests
{
    private static readonly DateOnly April2020 = new(2020, 4, 1);

    private static readonly NetworkDirectory Two = NetworkDirectory
        .Empty.Apply(WestMidlands, Named(WestMidlands, "West Midlands"))
        .Apply("all", Named("all", "National"))
        .Apply(WestMidlands, new CouncilJoinedNetwork(Coventry, April2020));

    [Fact]
    public void Networks_are_in_order_of_name() =>
        Assert.Equal(["National", "West Midlands"], Two.All.Select(network => network.Details.Name));

    [Fact]
    public void A_council_finds_networks_of_which_it_was_a_member()
    {
        var after = Two.Apply(WestMidlands, new CouncilLeftNetwork(Coventry, April2020));

        Assert.Same(after.Find(WestMidlands), Assert.Single(after.OfCouncil(Coventry)));
        Assert.False(after.Find(WestMidlands)!.IsMember(Coventry, April2020.AddDays(1)));
        Assert.Empty(after.OfCouncil(Dudley));
        Assert.Null(after.Find("nowhere"));
    }

    private static NetworkFounded Named(string id, string name) =>
        new(id, NetworkLevel.Regional, new NetworkDetails(name, ServiceScope.Both, null, null, []));
}
