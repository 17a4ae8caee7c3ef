using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;
using static RegionalNetwork.Domain.Tests.Federation.FederationSamples;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.Federation;

/// <summary>A member node as its hub sees it.</summary>
public sealed class MemberTests
{
    private static readonly InviteMember Invite = new(Name, Owns, ReleaseLevel.Network, CodeHash, OwnedBy: null);
    private static readonly EnrolMember Enrol = new(Name, CodeHash, Key);
    private static readonly Actor Newcomer = new("service:enrolment", []);
    private static readonly QuarantineReason[] Reasons = [new("C", "M.", null)];

    [Fact]
    public void An_operator_invites_a_node_which_enrols_once()
    {
        AtHub()
            .When(Operator, Invite)
            .Then(Enrolled[0])
            .When(Newcomer, Enrol)
            .Then(Enrolled[1])
            .When(Newcomer, Enrol)
            .ThenNothing()
            .When(Newcomer, Enrol with { Key = "b3RoZXI=" })
            .ThenRefused("INVITATION_INVALID", "code");
    }

    [Fact]
    public void Nobody_else_invites_and_no_council_is_spoken_for_twice()
    {
        AtHub().When(NationalOffice, Invite).ThenRefused("NOT_PERMITTED");
        AtHub().When(Operator, Invite with { OwnedBy = "another" }).ThenRefused("COUNCIL_OWNED", "owns");
        AtHub().When(Operator, Invite with { Owns = [] }).ThenRefused("TOO_MANY", "owns");
        AtHub()
            .When(Operator, Invite with { Owns = [Place.Council("E99999999")] })
            .ThenRefused("PLACE_NOT_FOUND", "owns");
        AtHub()
            .When(Operator, Invite with { Owns = [Place.Network(WestMidlands)] })
            .ThenRefused("PLACE_NOT_FOUND", "owns");
    }

    [Fact]
    public void A_wrong_code_and_one_that_has_expired_are_refused_alike()
    {
        AtHub()
            .Given(Enrolled[0])
            .When(Newcomer, Enrol with { CodeHash = new string('c', 64) })
            .ThenRefused("INVITATION_INVALID", "code");
        AtHub()
            .Given(Enrolled[0])
            .On(new DateOnly(2022, 4, 9))
            .When(Newcomer, Enrol)
            .ThenRefused("INVITATION_INVALID", "code");
        AtHub().When(Newcomer, Enrol).ThenRefused("INVITATION_INVALID", "code");
        AtHub().Given(Enrolled[0]).When(Newcomer, Enrol with { Key = "" }).ThenRefused("KEY_INVALID", "key");
    }

    [Fact]
    public void Messages_are_taken_in_order_and_each_once()
    {
        var spec = AtHub()
            .Given(Enrolled)
            .When(Member.Actor, Take(1, "r"))
            .Then(new MessageTaken(1, "r", Now))
            .When(Member.Actor, Take(1, "r"))
            .ThenNothing();

        spec.When(Member.Actor, Take(3, "r")).ThenRefused("MESSAGE_OUT_OF_ORDER", "number");
        spec.When(Operator, Take(2, "r")).ThenRefused("NOT_PERMITTED");
        spec.When(Member.Actor, Take(2, "r") with { Enrolment = 2 }).ThenRefused("NOT_A_MEMBER");
        Assert.Equal(1, spec.State.Member!.Acknowledged);
    }

    [Fact]
    public void What_is_refused_waits_until_a_later_message_about_the_return_is_taken_or_somebody_settles_it()
    {
        var spec = AtHub()
            .Given(Enrolled)
            .When(Member.Actor, Take(1, "r", Reasons))
            .Then(new MessageQuarantined(1, "r", Reasons, Now))
            .When(Member.Actor, Take(2, "s", Reasons))
            .Then(new MessageQuarantined(2, "s", Reasons, Now))
            .When(Member.Actor, Take(3, "r"))
            .Then(new MessageTaken(3, "r", Now));
        Assert.Equal(2, Assert.Single(spec.State.Member!.Quarantined).Number);

        spec.When(Member.Actor, new SettleQuarantine(Name, null)).ThenRefused("NOT_PERMITTED");
        spec.When(Operator, new SettleQuarantine(Name, 2)).Then(new QuarantineSettled([2], "op", Now));
        Assert.Empty(spec.State.Member!.Quarantined);
    }

    [Fact]
    public void A_full_quarantine_stops_the_member()
    {
        var full = Enumerable
            .Range(1, Limits.QuarantinedPerMember)
            .Select(number => new MessageQuarantined(number, $"r{number}", Reasons, Now));
        var spec = AtHub().Given(Enrolled).Given(full);

        spec.When(Member.Actor, Take(Limits.QuarantinedPerMember + 1, "s", Reasons)).ThenRefused("QUARANTINE_FULL");
        spec.When(Member.Actor, Take(Limits.QuarantinedPerMember + 1, "s"))
            .Then(new MessageTaken(Limits.QuarantinedPerMember + 1, "s", Now));
    }

    [Fact]
    public void Who_left_is_heard_no_more_and_begins_anew_when_enrolled_again()
    {
        var spec = AtHub().Given(Enrolled).Given(new MessageTaken(1, "r", Now));

        spec.When(Newcomer, new EndMembership(Name)).ThenRefused("NOT_PERMITTED");
        spec.When(Member.Actor, new EndMembership(Name)).Then(new MemberLeft(Member.Subject, Now));
        spec.When(Member.Actor, Take(2, "r")).ThenRefused("NOT_A_MEMBER");
        spec.When(Newcomer, Enrol).ThenRefused("INVITATION_INVALID", "code");
        spec.Given(Enrolled);
        Assert.Equal(
            (2, 0L, true),
            (spec.State.Member!.Enrolments, spec.State.Member.Acknowledged, spec.State.Member.IsEnrolled)
        );
    }

    private static TakeMessage Take(long number, string about, params QuarantineReason[] reasons) =>
        new(Name, 1, number, about, reasons);
}
