using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Grains;

/// <summary>The grains of a federation: the member nodes of this hub, and the link to a hub of this node's own.</summary>
internal sealed partial class NetworkGrains
{
    private readonly GrainDirectory<MemberState, Asked<MemberCommand>, MemberEvent, Refusal> _members = Directory<
        MemberState,
        MemberCommand,
        MemberEvent
    >(
        StreamCategories.FederationMember,
        _ => MemberState.Initial,
        MemberDecider.Decide,
        MemberDecider.Evolve,
        EventRegistries.FederationMembers,
        journal,
        clock
    );

    private readonly GrainDirectory<LinkState, Asked<LinkCommand>, LinkEvent, Refusal> _links = Directory<
        LinkState,
        LinkCommand,
        LinkEvent
    >(
        StreamCategories.FederationLink,
        _ => LinkState.Initial,
        LinkDecider.Decide,
        LinkDecider.Evolve,
        EventRegistries.FederationLinks,
        journal,
        clock
    );

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        MemberCommand command,
        CancellationToken cancellation
    ) => CountAsync(_members.SendAsync(command.Member, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        LinkCommand command,
        CancellationToken cancellation
    ) => CountAsync(_links.SendAsync(LinkCommand.Key, Ask(actor, commandId, command), cancellation));
}
