using System.Collections.Immutable;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.Tests.Returns;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>What leaves a council's node, event by event of a return's life.</summary>
public sealed class ReleaseFilterTests
{
    private static readonly DateOnly Today = new(2022, 4, 1);
    private static readonly string Return = ReturnSamples.Key.ToString();

    private static readonly ReturnEvent[] Approved =
    [
        ReturnSamples.Entered("data"),
        new ReturnSubmitted([], "data", Now),
        new ReturnApproved(1, "approver", Now),
    ];

    private static readonly ReturnEvent[] Released = [.. Approved, Release(1, ReleaseLevel.Network, null)];

    private static readonly ReturnEvent[] Restated =
    [
        .. Released,
        ReturnSamples.Entered("data") with
        {
            Reason = "Wrong",
        },
        new ReturnSubmitted([], "data", Now),
        new ReturnApproved(2, "approver", Now),
    ];

    private readonly GrainSpec<LinkState, LinkCommand, LinkEvent> _link = AtNode().Given(Joined);

    private HubLink Link => _link.State.Link!;

    [Fact]
    public void Nothing_leaves_before_it_is_released()
    {
        for (var events = 1; events <= Approved.Length; events++)
        {
            Assert.Null(Due(Today, Approved[..events]));
        }
    }

    [Fact]
    public void A_released_vintage_is_due_once()
    {
        var due = Due(Today, Released);

        Assert.Equal(new QueueMessage(MessageKind.Released, Return, 1, ReleaseLevel.Network), due);
        Queue(due!);
        Assert.Null(Due(Today, Released));
    }

    [Fact]
    public void Nothing_leaves_before_the_embargo_ends()
    {
        ReturnEvent[] embargoed = [.. Approved, Release(1, ReleaseLevel.Public, Today.AddDays(1))];

        Assert.Null(Due(Today, embargoed));
        Assert.Equal(ReleaseLevel.Public, Due(Today.AddDays(1), embargoed)!.Level);
    }

    [Fact]
    public void What_is_released_less_far_than_the_hub_stays()
    {
        _link.Given(Joined with { Level = ReleaseLevel.Nation });

        Assert.Null(Due(Today, Released));
        Assert.Equal(ReleaseLevel.Nation, Due(Today, [.. Released, Release(1, ReleaseLevel.Nation, null)])!.Level);
    }

    [Fact]
    public void A_wider_level_is_due_and_a_later_vintage_when_it_is_released_and_not_before()
    {
        Queue(Due(Today, Released)!);

        Assert.Equal(ReleaseLevel.Nation, Due(Today, [.. Released, Release(1, ReleaseLevel.Nation, null)])!.Level);
        for (var events = Released.Length; events <= Restated.Length; events++)
        {
            Assert.Null(Due(Today, Restated[..events]));
        }

        Assert.Equal(2, Due(Today, [.. Restated, Release(2, ReleaseLevel.Network, null)])!.Vintage);
    }

    [Fact]
    public void A_withdrawal_follows_what_was_sent_and_nothing_else()
    {
        ReturnEvent[] withdrawn = [.. Released, new ReturnWithdrawn("Wrong", "approver", Today)];

        Assert.Null(Due(Today, withdrawn));
        Queue(Due(Today, Released)!);
        var due = Due(Today, withdrawn);
        Assert.Equal(MessageKind.Withdrawn, due!.Kind);
        Queue(due);
        Assert.Null(Due(Today, withdrawn));
    }

    [Fact]
    public void A_withdrawal_is_due_also_when_the_return_is_entered_and_approved_again_meanwhile()
    {
        Queue(Due(Today, Released)!);

        var due = Due(
            Today,
            [.. Released, new ReturnWithdrawn("Wrong", "approver", Today), .. Restated[Released.Length..]]
        );

        Assert.Equal(MessageKind.Withdrawn, due!.Kind);
    }

    [Fact]
    public void A_return_of_another_council_never_leaves()
    {
        _link.Given(Joined with { Owns = [Place.Council(People.Dudley)] });

        Assert.Null(Due(Today, Released));
        Assert.Null(MayLeave(Message(ReleaseLevel.Network), Released));
    }

    [Fact]
    public void What_was_withdrawn_after_it_was_queued_leaves_as_a_void_message()
    {
        var message = Message(ReleaseLevel.Network);

        Assert.NotNull(MayLeave(message, Released));
        Assert.Null(MayLeave(message, [.. Released, new ReturnWithdrawn("Wrong", "approver", Today)]));
        Assert.Null(MayLeave(message with { Vintage = 2 }, Released));
        Assert.Null(MayLeave(message with { Kind = MessageKind.Withdrawn }, Released));
        Assert.Null(MayLeave(message, [.. Approved, Release(1, ReleaseLevel.Network, Today.AddDays(1))]));
    }

    [Fact]
    public void Who_leaves_sends_withdrawals_of_what_was_sent_if_asked_for_and_nothing_new()
    {
        Queue(Due(Today, Released)!);
        ReturnEvent[] further = [.. Released, Release(1, ReleaseLevel.Nation, null)];

        _link.Given(new HubLeaving(LeavingHow.WhatWasSentStays, "op", Now));
        Assert.Null(Due(Today, further));
        Assert.Null(MayLeave(Message(ReleaseLevel.Network), further));
        _link.Given(new HubLeaving(LeavingHow.WhatWasSentIsWithdrawn, "op", Now));
        Assert.Equal(MessageKind.Withdrawn, Due(Today, further)!.Kind);
    }

    [Fact]
    public void A_node_that_speaks_for_a_region_passes_on_what_its_last_round_shows()
    {
        _link.Given(Joined with { Owns = [Place.Region("E12000005")], Level = ReleaseLevel.Nation });
        var one = After([.. Released, Release(1, ReleaseLevel.Nation, null)]);
        var message = Message(ReleaseLevel.Nation);
        foreach (var round in new[] { null, Round(one, 1, ReleaseLevel.Network), Round(one, 2, ReleaseLevel.Nation) })
        {
            Assert.Null(ReleaseFilter.Due(Link, one, round, Today));
            Assert.Null(ReleaseFilter.MayLeave(Link, one, round, message, Today));
        }

        var shown = Round(one, 1, ReleaseLevel.Nation);
        Assert.Equal(1, ReleaseFilter.Due(Link, one, shown, Today)!.Vintage);
        Assert.NotNull(ReleaseFilter.MayLeave(Link, one, shown, message, Today));
    }

    private static CompiledRound Round(CouncilReturn one, int vintage, ReleaseLevel level)
    {
        var unit = one.Key.Unit;
        var included = new IncludedReturn(
            unit.Key,
            unit.Councils,
            vintage,
            one.Vintages[0].Content.Figures,
            level,
            Today
        );
        return new CompiledRound(
            one.Key.Collection,
            one.Key.Period,
            1,
            Now,
            ImmutableSortedDictionary<string, IncludedReturn>.Empty.Add(unit.Key, included)
        );
    }

    private QueueMessage? Due(DateOnly today, IEnumerable<ReturnEvent> events) =>
        ReleaseFilter.Due(Link, After(events), round: null, today);

    private ReturnVintage? MayLeave(QueuedMessage message, IEnumerable<ReturnEvent> events) =>
        ReleaseFilter.MayLeave(Link, After(events), round: null, message, Today);

    private void Queue(QueueMessage message) =>
        _link.Given(
            new MessageQueued(
                Link.Messages.Count + 1,
                message.Kind,
                message.Return,
                message.Vintage,
                message.Level,
                Now
            )
        );

    private static QueuedMessage Message(ReleaseLevel level) => new(1, MessageKind.Released, Return, 1, level, Now);

    private static CouncilReturn After(IEnumerable<ReturnEvent> events) =>
        events.Aggregate(ReturnState.Initial, ReturnDecider.Evolve).Return!;

    private static ReturnReleased Release(int vintage, ReleaseLevel level, DateOnly? embargoUntil) =>
        new(vintage, level, embargoUntil, "approver", Today);
}
