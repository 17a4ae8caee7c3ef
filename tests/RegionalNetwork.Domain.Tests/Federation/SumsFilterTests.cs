using System.Collections.Immutable;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>Which sums leave the hub of a region, round by round.</summary>
public sealed class SumsFilterTests
{
    private const string Region = "E12000005";
    private static readonly SumsAddress Address = new("workforce", "2021", Region);

    private readonly GrainSpec<LinkState, LinkCommand, LinkEvent> _link = AtNode()
        .Given(Joined with { Owns = [Place.Region(Region)], Level = ReleaseLevel.Nation });

    private HubLink Link => _link.State.Link!;

    [Fact]
    public void Sums_are_due_once_for_each_round()
    {
        Assert.Null(Due(null));
        foreach (var number in new[] { 1, 2 })
        {
            var due = Due(Round(number));
            Assert.Equal(new QueueMessage(MessageKind.Sums, Address.ToString(), number, ReleaseLevel.Nation), due);
            Queue(due!);
            Assert.Null(Due(Round(number)));
        }
    }

    [Fact]
    public void Of_what_is_for_the_nation_nothing_goes_to_a_hub_that_takes_what_is_for_everybody()
    {
        _link.Given(Joined with { Owns = [Place.Region(Region)], Level = ReleaseLevel.Public });

        Assert.Null(Due(Round(1)));
        Assert.False(SumsFilter.MayLeave(Link, Address));
    }

    [Fact]
    public void Only_the_region_of_the_link_and_none_of_a_node_that_speaks_for_councils()
    {
        Assert.Null(SumsFilter.Due(Link, Address with { Region = "E12000001" }, Round(1)));
        _link.Given(Joined);
        Assert.Null(Due(Round(1)));
    }

    [Fact]
    public void Who_leaves_takes_them_back_if_asked_to()
    {
        Queue(Due(Round(1))!);

        _link.Given(new HubLeaving(LeavingHow.WhatWasSentStays, "op", Now));
        Assert.Null(Due(Round(2)));
        Assert.False(SumsFilter.MayLeave(Link, Address));
        _link.Given(new HubLeaving(LeavingHow.WhatWasSentIsWithdrawn, "op", Now));
        Assert.Equal(0, Due(Round(2))!.Vintage);
    }

    [Theory]
    [InlineData("sums.workforce.2021.E12000005", true)]
    [InlineData("sums.workforce.2021.E12000099", false)]
    [InlineData("sums.workforce.2021.E13000001", false)]
    [InlineData("sums.workforce.2021", false)]
    [InlineData("sums.workforce.2021.E12000005.x", false)]
    [InlineData("priority.workforce.2021.E12000005", false)]
    public void An_address_is_read_as_it_is_written(string text, bool isOne) =>
        Assert.Equal(isOne ? text : null, SumsAddress.Find(text)?.ToString());

    private QueueMessage? Due(CompiledRound? round) => SumsFilter.Due(Link, Address, round);

    private void Queue(QueueMessage due) =>
        _link.Given(new MessageQueued(Link.Messages.Count + 1, due.Kind, due.Return, due.Vintage, due.Level, Now));

    private static CompiledRound Round(int number) =>
        new("workforce", "2021", number, Now, ImmutableSortedDictionary<string, IncludedReturn>.Empty);
}
