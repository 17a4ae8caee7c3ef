using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Collections;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Federation;

public sealed class OwnershipTests
{
    private const string Leeds = "E08000035";

    private static readonly Place InWestMidlands = Place.Region("E12000005");

    [Fact]
    public void A_node_speaks_for_its_council_or_for_all_of_its_region()
    {
        Assert.True(Owns(Place.Council(Coventry), Coventry));
        Assert.False(Owns(Place.Council(Coventry), Dudley));
        Assert.True(Owns(InWestMidlands, Dudley));
        Assert.False(Owns(InWestMidlands, Leeds));
    }

    [Fact]
    public void Of_a_joint_return_it_must_speak_for_all_councils()
    {
        var joint = CouncilRegister.England.JointReturns.First(one => one.Members.Count == 2);
        string[] codes = [.. joint.Members.Select(member => member.Code)];
        var unit = ReturnUnit.Find(string.Join('+', codes.Order(StringComparer.Ordinal)))!;

        Assert.False(new[] { Place.Council(codes[0]) }.Own(unit));
        Assert.True(codes.Select(Place.Council).ToArray().Own(unit));
    }

    [Fact]
    public void Two_nodes_that_speak_for_one_council_overlap()
    {
        Assert.True(Ownership.Overlap([InWestMidlands], [Place.Council(Dudley)]));
        Assert.True(Ownership.Overlap([Place.Council(Dudley)], [InWestMidlands]));
        Assert.True(Ownership.Overlap([InWestMidlands], [InWestMidlands]));
        Assert.False(Ownership.Overlap([InWestMidlands], [Place.Council(Leeds)]));
        Assert.False(Ownership.Overlap([Place.Council(Coventry)], [Place.Council(Dudley)]));
    }

    private static bool Owns(Place place, string council) => new[] { place }.Own(ReturnUnit.Find(council)!);
}
