using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>The link to a hub as the node itself sees it.</summary>
public sealed class LinkTests
{
    private static readonly Actor Itself = new("service:federation", []);
    private static readonly QueueMessage First = new(MessageKind.Released, "r", 1, ReleaseLevel.Network);
    private static readonly MessageQueued FirstQueued = Queued(1, First);

    [Fact]
    public void An_operator_joins_one_hub_at_a_time()
    {
        AtNode().When(ApproverOf(Coventry), Join).ThenRefused("NOT_PERMITTED");
        AtNode().When(Operator, Join).Then(Joined).When(Operator, Join).ThenRefused("HUB_JOINED");
    }

    [Fact]
    public void Messages_are_numbered_and_the_same_is_not_queued_twice()
    {
        var further = First with { Level = ReleaseLevel.Nation };

        AtNode()
            .Given(Joined)
            .When(Itself, First)
            .Then(FirstQueued)
            .When(Itself, First)
            .ThenNothing()
            .When(Itself, further)
            .Then(Queued(2, further))
            .When(Operator, new ResendReturn("r"))
            .Then(Queued(3, further));
        AtNode().Given(Joined).When(Operator, new ResendReturn("r")).ThenRefused("NOTHING_SENT", "return");
    }

    [Fact]
    public void What_the_hub_acknowledges_counts_also_when_it_is_less_than_before()
    {
        var spec = AtNode()
            .Given(Joined, FirstQueued)
            .When(Itself, new AcknowledgeMessages(1, []))
            .Then(new MessagesAcknowledged(1, [], Now))
            .When(Itself, new AcknowledgeMessages(1, []))
            .ThenNothing()
            .When(Itself, new AcknowledgeMessages(0, []))
            .Then(new MessagesAcknowledged(0, [], Now));

        Assert.Equal((1L, Now), (spec.State.Link!.Lag, spec.State.Link.BehindSince));
        spec.When(Itself, new AcknowledgeMessages(2, [])).ThenRefused("ACKNOWLEDGED_BEYOND");
    }

    [Fact]
    public void A_node_has_left_when_everything_is_acknowledged()
    {
        var spec = AtNode()
            .Given(Joined, FirstQueued)
            .When(Operator, new LeaveHub(LeavingHow.WhatWasSentStays))
            .Then(new HubLeaving(LeavingHow.WhatWasSentStays, "op", Now));

        spec.When(Itself, new EndLink(IsForced: false)).ThenRefused("WITHDRAWALS_PENDING");
        spec.When(Itself, new EndLink(IsForced: true)).ThenRefused("NOT_PERMITTED");
        spec.Given(new MessagesAcknowledged(1, [], Now))
            .When(Itself, new EndLink(IsForced: false))
            .Then(new HubLeft(Now));
        spec.When(Itself, First).ThenRefused("HUB_NOT_JOINED");
    }

    private static MessageQueued Queued(long number, QueueMessage message) =>
        new(number, message.Kind, message.Return, message.Vintage, message.Level, Now);
}
