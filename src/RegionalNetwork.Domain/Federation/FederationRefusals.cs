using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns;

namespace RegionalNetwork.Domain.Federation;

/// <summary>Why a node could not become a member, join, leave or have a message taken. Codes are stable.</summary>
public static class FederationRefusals
{
    internal static Refusal NotPermitted { get; } = CommonRefusals.NotPermitted("an operator of this service");

    public static Refusal PlaceNotFound() =>
        new("PLACE_NOT_FOUND", "Give councils by their nine-character codes, or a region such as E12000005.", "owns");

    public static Refusal OwnedByAnother(string member) =>
        new(
            "COUNCIL_OWNED",
            $"The member node {member} speaks for one of these councils already. Remove that one first, or leave the council out.",
            "owns"
        );

    /// <summary>One sentence for whatever is wrong with a code, so that whoever makes codes up learns nothing.</summary>
    public static Refusal CodeInvalid() =>
        new(
            "INVITATION_INVALID",
            "The invitation is not valid: it was used, has expired, or was mistyped. Ask the hub for another.",
            "code"
        );

    public static Refusal KeyInvalid() =>
        new("KEY_INVALID", $"Give a public key as base64 of 1 to {Limits.PublicKeyBytes} bytes.", "key");

    public static Refusal MemberNotFound() =>
        new("MEMBER_NOT_FOUND", "There is no such member node. federation status lists them.", "member");

    public static Refusal NotMember() =>
        new("NOT_A_MEMBER", "This node is not enrolled here, or has left. Ask the hub for an invitation.");

    public static Refusal NotOwned() =>
        new(
            "RETURN_NOT_OWNED",
            "This node does not speak for the council of the return. Ask the hub to invite it for that council.",
            "return"
        );

    public static Refusal PriorityNotOwned() =>
        new(
            "PRIORITY_NOT_OWNED",
            "This node does not speak for the council of the priority. Ask the hub to invite it for that council.",
            "council"
        );

    public static Refusal RegionNotOwned() =>
        new(
            "REGION_NOT_OWNED",
            "This node does not speak for the region. Ask the hub to invite it for that region.",
            "region"
        );

    public static Refusal SumsUnsound() =>
        new(
            "SUMS_UNSOUND",
            $"Send each sum once, with one to four parts, none negative, over {Disclosure.DisclosureRules.LineMinUnits} to "
                + $"{Limits.ReturnsPerRegion} returns.",
            "sums"
        );

    public static Refusal LevelTooNarrow(ReleaseLevel least) =>
        new("LEVEL_TOO_NARROW", $"The hub takes only what is released to {least} or further.", "level");

    public static Refusal OutOfOrder(long acknowledged) =>
        new("MESSAGE_OUT_OF_ORDER", $"Message {acknowledged + 1} comes next. Send from there on.", "number");

    public static Refusal QuarantineFull() =>
        new(
            "QUARANTINE_FULL",
            $"{Limits.QuarantinedPerMember} messages of this member wait in quarantine. Resolve some first."
        );

    public static Refusal AlreadyJoined() =>
        new("HUB_JOINED", "This node has a hub already. Leave that one first: federation leave.");

    public static Refusal NotJoined() => new("HUB_NOT_JOINED", "This node has no hub. Join one: federation join.");

    public static Refusal NothingSent() =>
        new("NOTHING_SENT", "Nothing of this return was sent to the hub. Release it first.", "return");

    public static Refusal OutboxFull() =>
        new("OUTBOX_FULL", $"There can be {Limits.MessagesPerLink} messages to one hub at most. Join it anew.");

    public static Refusal AcknowledgedBeyond() =>
        new("ACKNOWLEDGED_BEYOND", "The hub acknowledges what was never sent. Check that it is the right hub.");

    public static Refusal NotSettled() =>
        new("WITHDRAWALS_PENDING", "Not all withdrawals have reached the hub yet. Leaving goes on when they have.");
}
