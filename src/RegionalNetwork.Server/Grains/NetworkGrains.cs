using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;
using RegionalNetwork.EventSourcing.Grains;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Journal;

namespace RegionalNetwork.Server.Grains;

/// <summary>All grains of the network, each behind a method that takes its commands.</summary>
internal sealed partial class NetworkGrains(IJournal journal, TimeProvider clock) : IAsyncDisposable
{
    private readonly GrainDirectory<CouncilState, Asked<ICouncilCommand>, ICouncilEvent, Refusal> _councils = Directory<
        CouncilState,
        ICouncilCommand,
        ICouncilEvent
    >(
        StreamCategories.Council,
        _ => CouncilState.Initial,
        CouncilDecider.Decide,
        CouncilDecider.Evolve,
        EventRegistries.Councils,
        journal,
        clock
    );

    private readonly GrainDirectory<NetworkState, Asked<INetworkCommand>, INetworkEvent, Refusal> _networks = Directory<
        NetworkState,
        INetworkCommand,
        INetworkEvent
    >(
        StreamCategories.Network,
        _ => NetworkState.Initial,
        NetworkDecider.Decide,
        NetworkDecider.Evolve,
        EventRegistries.Networks,
        journal,
        clock
    );

    private readonly GrainDirectory<PswState, Asked<PswCommand>, PswEvent, Refusal> _principalSocialWorkers = Directory<
        PswState,
        PswCommand,
        PswEvent
    >(
        StreamCategories.PrincipalSocialWorker,
        _ => PswState.Initial,
        PswDecider.Decide,
        PswDecider.Evolve,
        EventRegistries.PrincipalSocialWorkers,
        journal,
        clock
    );

    private readonly GrainDirectory<WorkstreamState, Asked<WorkstreamCommand>, WorkstreamEvent, Refusal> _workstreams =
        Directory<WorkstreamState, WorkstreamCommand, WorkstreamEvent>(
            StreamCategories.Workstream,
            _ => WorkstreamState.Initial,
            WorkstreamDecider.Decide,
            WorkstreamDecider.Evolve,
            EventRegistries.Workstreams,
            journal,
            clock
        );

    private readonly GrainDirectory<
        PublicationState,
        Asked<PublicationCommand>,
        PublicationEvent,
        Refusal
    > _publications = Directory<PublicationState, PublicationCommand, PublicationEvent>(
        StreamCategories.Publication,
        _ => PublicationState.Initial,
        (state, command, context) => command.Decide(state, context),
        (state, happened) => state.Evolve(happened),
        EventRegistries.Publications,
        journal,
        clock
    );

    private readonly GrainDirectory<PersonState, Asked<PersonCommand>, PersonEvent, Refusal> _people = Directory<
        PersonState,
        PersonCommand,
        PersonEvent
    >(
        StreamCategories.Person,
        _ => PersonState.Initial,
        PersonDecider.Decide,
        PersonDecider.Evolve,
        EventRegistries.People,
        journal,
        clock
    );

    private readonly GrainDirectory<
        RoleAssignmentState,
        Asked<RoleAssignmentCommand>,
        RoleAssignmentEvent,
        Refusal
    > _roleAssignments = Directory<RoleAssignmentState, RoleAssignmentCommand, RoleAssignmentEvent>(
        StreamCategories.RoleAssignment,
        _ => RoleAssignmentState.Initial,
        RoleAssignmentDecider.Decide,
        RoleAssignmentDecider.Evolve,
        EventRegistries.RoleAssignments,
        journal,
        clock
    );

    private readonly GrainDirectory<AgreementState, Asked<AgreementCommand>, AgreementEvent, Refusal> _agreements =
        Directory<AgreementState, AgreementCommand, AgreementEvent>(
            StreamCategories.SharingAgreement,
            _ => AgreementState.Initial,
            AgreementDecider.Decide,
            AgreementDecider.Evolve,
            EventRegistries.Agreements,
            journal,
            clock
        );

    private readonly GrainDirectory<NeighbourState, Asked<NeighbourCommand>, NeighbourEvent, Refusal> _neighbours =
        Directory<NeighbourState, NeighbourCommand, NeighbourEvent>(
            StreamCategories.NeighbourModel,
            _ => NeighbourState.Initial,
            NeighbourDecider.Decide,
            NeighbourDecider.Evolve,
            EventRegistries.Neighbours,
            journal,
            clock
        );
    private readonly GrainDirectory<ReturnState, Asked<ReturnCommand>, ReturnEvent, Refusal> _returns = Directory<
        ReturnState,
        ReturnCommand,
        ReturnEvent
    >(
        StreamCategories.Return,
        _ => ReturnState.Initial,
        ReturnDecider.Decide,
        ReturnDecider.Evolve,
        EventRegistries.Returns,
        journal,
        clock
    );

    private readonly GrainDirectory<RoundState, Asked<RoundCommand>, RoundEvent, Refusal> _rounds = Directory<
        RoundState,
        RoundCommand,
        RoundEvent
    >(
        StreamCategories.CollectionRound,
        _ => RoundState.Initial,
        RoundDecider.Decide,
        RoundDecider.Evolve,
        EventRegistries.Rounds,
        journal,
        clock
    );

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        ICouncilCommand command,
        CancellationToken cancellation
    ) => CountAsync(_councils.SendAsync(command.Council, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        INetworkCommand command,
        CancellationToken cancellation
    ) => CountAsync(_networks.SendAsync(command.Network, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        PswCommand command,
        CancellationToken cancellation
    ) => CountAsync(_principalSocialWorkers.SendAsync(command.Psw, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        WorkstreamCommand command,
        CancellationToken cancellation
    ) => CountAsync(_workstreams.SendAsync(command.Workstream, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        PublicationCommand command,
        CancellationToken cancellation
    ) => CountAsync(_publications.SendAsync(command.Publication.Slug, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        PersonCommand command,
        CancellationToken cancellation
    ) => CountAsync(_people.SendAsync(command.Person, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        RoleAssignmentCommand command,
        CancellationToken cancellation
    ) => CountAsync(_roleAssignments.SendAsync(command.Assignment, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        AgreementCommand command,
        CancellationToken cancellation
    ) => CountAsync(_agreements.SendAsync(command.Agreement, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        NeighbourCommand command,
        CancellationToken cancellation
    ) => CountAsync(_neighbours.SendAsync(command.Model, Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        ReturnCommand command,
        CancellationToken cancellation
    ) => CountAsync(_returns.SendAsync(command.Return.ToString(), Ask(actor, commandId, command), cancellation));

    public Task<GrainReply<Refusal>> SendAsync(
        Actor actor,
        string commandId,
        RoundCommand command,
        CancellationToken cancellation
    ) => CountAsync(_rounds.SendAsync(command.Key, Ask(actor, commandId, command), cancellation));

    public async ValueTask DisposeAsync()
    {
        await _councils.DisposeAsync();
        await _networks.DisposeAsync();
        await _principalSocialWorkers.DisposeAsync();
        await _workstreams.DisposeAsync();
        await _publications.DisposeAsync();
        await _people.DisposeAsync();
        await _roleAssignments.DisposeAsync();
        await _agreements.DisposeAsync();
        await _neighbours.DisposeAsync();
        await _returns.DisposeAsync();
        await _rounds.DisposeAsync();
        await _members.DisposeAsync();
        await _links.DisposeAsync();
    }
}
