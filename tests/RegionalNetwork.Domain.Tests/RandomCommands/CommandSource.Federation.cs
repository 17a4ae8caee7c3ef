using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Commands;
using RegionalNetwork.Domain.Tests.Federation;
using RegionalNetwork.Domain.Tests.Returns;
using static RegionalNetwork.Domain.Tests.People;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>Commands about one member node and one link to a hub, and about a return that comes from a member node.</summary>
internal sealed partial class CommandSource
{
    private static readonly IReadOnlyList<Place> Owns = [Place.Council(Coventry)];

    public Actor ActorOfFederation() => OneOf(AllRoles, Operator, FederationSamples.Member.Actor);

    public MemberCommand ForMember(MemberState state)
    {
        var (number, enrolment) = (state.Member?.Acknowledged ?? 0, state.Member?.Enrolments ?? 0);
        var name = FederationSamples.Name;
        return random.Next(30) switch
        {
            < 3 => new InviteMember(
                name,
                Owns,
                Any<ReleaseLevel>(),
                FederationSamples.CodeHash,
                OneOf(null, null, "a")
            ),
            3 => new InviteMember(name, Owns, Any<ReleaseLevel>(), new string('b', 64), null),
            < 8 => new EnrolMember(name, state.Member?.Invitation.CodeHash ?? FederationSamples.CodeHash, "a2V5"),
            < 18 => new TakeMessage(name, enrolment, number + random.Next(3), OneOf("", "r", "s"), []),
            < 26 => new TakeMessage(name, enrolment, number + random.Next(3), OneOf("r", "s"), [new("C", "M.", null)]),
            < 28 => new SettleQuarantine(name, OneOf<long?>(null, number)),
            _ => new EndMembership(name),
        };
    }

    public LinkCommand ForLink(LinkState state)
    {
        var queued = state.Link?.Messages.Count ?? 0;
        return random.Next(24) switch
        {
            < 5 => FederationSamples.Join with { Level = Any<ReleaseLevel>() },
            < 13 => new QueueMessage(Any<MessageKind>(), OneOf("r", "s"), random.Next(1, 3), Any<ReleaseLevel>()),
            < 15 => new ResendReturn(OneOf("r", "s")),
            < 21 => new AcknowledgeMessages(
                random.Next(queued + 2),
                OneOf<QuarantinedMessage[]>([], [new(1, "r", [new("C", "M.", null)])])
            ),
            21 => new LeaveHub(Any<LeavingHow>()),
            _ => new EndLink(OneOf(true, false)),
        };
    }

    public ICouncilCommand PriorityFromNode() =>
        random.Next(4) == 0
            ? new ReceiveHiding(Coventry, Id(), FederationSamples.Member)
            : new ReceivePriority(
                Coventry,
                Id(),
                new ShownPriority(
                    OneOf(Years),
                    Priority(),
                    Any<PriorityStatus>(),
                    OneOf(null, null, "Cabinet"),
                    Any<Audience>(),
                    [.. new[] { Id(), Id(), Id() }.Distinct()]
                ),
                FederationSamples.Member
            );

    public ReturnCommand FromNode() =>
        OneOf<ReturnCommand>(
            new ReceiveReturn(ReturnSamples.Key, ReturnEntry(), Any<ReleaseLevel>(), Day(), FederationSamples.Member),
            new ReceiveWithdrawal(ReturnSamples.Key, Scope, FederationSamples.Member)
        );
}
