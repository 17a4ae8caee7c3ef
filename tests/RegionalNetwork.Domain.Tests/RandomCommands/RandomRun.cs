using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Federation.Links;
using RegionalNetwork.Domain.Federation.Members;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.People;
using RegionalNetwork.Domain.PrincipalSocialWorkers;
using RegionalNetwork.Domain.Returns;
using RegionalNetwork.Domain.Returns.Rounds;
using RegionalNetwork.Domain.RoleAssignments;
using RegionalNetwork.Domain.Sharing;
using RegionalNetwork.Domain.Workstreams;

namespace RegionalNetwork.Domain.Tests.RandomCommands;

/// <summary>Grains of every kind under random commands; what each accepted command led to is kept for the catalogue.</summary>
internal sealed class RandomRun(int seed)
{
    private const int Grains = 60;
    private const int CommandsPerGrain = 80;

    private readonly CommandSource _source = new(new Random(seed));

    /// <summary>For each command, the names of the events of each time that it changed something.</summary>
    public Dictionary<string, List<string[]>> Observed { get; } = [];

    public void Councils(Action<CouncilState, IReadOnlyList<ICouncilEvent>> check) =>
        Run(CouncilState.Initial, CouncilDecider.Decide, CouncilDecider.Evolve, _source.ForCouncil, check);

    public void PrioritiesFromNodes(Action<CouncilState, IReadOnlyList<ICouncilEvent>> check) =>
        Run(
            CouncilState.Initial,
            CouncilDecider.Decide,
            CouncilDecider.Evolve,
            _ => _source.PriorityFromNode(),
            _source.ActorOfFederation,
            check
        );

    public void Narratives(Action<CouncilState, IReadOnlyList<ICouncilEvent>> check) =>
        Run(CouncilState.Initial, CouncilDecider.Decide, CouncilDecider.Evolve, _ => _source.ForNarratives(), check);

    public void Networks(Action<NetworkState, IReadOnlyList<INetworkEvent>> check) =>
        Run(NetworkState.Initial, NetworkDecider.Decide, NetworkDecider.Evolve, _source.ForNetwork, check);

    public void Psws(Action<PswState, IReadOnlyList<PswEvent>> check) =>
        Run(PswState.Initial, PswDecider.Decide, PswDecider.Evolve, _ => _source.ForPsw(), check);

    public void Workstreams(Action<WorkstreamState, IReadOnlyList<WorkstreamEvent>> check) =>
        Run(
            WorkstreamState.Initial,
            WorkstreamDecider.Decide,
            WorkstreamDecider.Evolve,
            _ => _source.ForWorkstream(),
            check
        );

    public void Persons(Action<PersonState, IReadOnlyList<PersonEvent>> check) =>
        Run(PersonState.Initial, PersonDecider.Decide, PersonDecider.Evolve, _ => _source.ForPerson(), check);

    public void RoleAssignments(Action<RoleAssignmentState, IReadOnlyList<RoleAssignmentEvent>> check) =>
        Run(
            RoleAssignmentState.Initial,
            RoleAssignmentDecider.Decide,
            RoleAssignmentDecider.Evolve,
            _ => _source.ForRoleAssignment(),
            check
        );

    public void Agreements(Action<AgreementState, IReadOnlyList<AgreementEvent>> check) =>
        Run(
            AgreementState.Initial,
            AgreementDecider.Decide,
            AgreementDecider.Evolve,
            _ => _source.ForAgreement(),
            check
        );

    public void Returns(Action<ReturnState, IReadOnlyList<ReturnEvent>> check) =>
        Run(ReturnState.Initial, ReturnDecider.Decide, ReturnDecider.Evolve, _source.ForReturn, check);

    public void ReturnsFromNodes(Action<ReturnState, IReadOnlyList<ReturnEvent>> check) =>
        Run(
            ReturnState.Initial,
            ReturnDecider.Decide,
            ReturnDecider.Evolve,
            _ => _source.FromNode(),
            _source.ActorOfFederation,
            check
        );

    public void Rounds(Action<RoundState, IReadOnlyList<RoundEvent>> check) =>
        Run(
            RoundState.Initial,
            RoundDecider.Decide,
            RoundDecider.Evolve,
            _source.ForRound,
            _source.ActorOfFederation,
            check
        );

    public void Neighbours(Action<NeighbourState, IReadOnlyList<NeighbourEvent>> check) =>
        Run(
            NeighbourState.Initial,
            NeighbourDecider.Decide,
            NeighbourDecider.Evolve,
            _ => _source.ForNeighbours(),
            check
        );

    public void FederationMembers(Action<MemberState, IReadOnlyList<MemberEvent>> check) =>
        Run(
            MemberState.Initial,
            MemberDecider.Decide,
            MemberDecider.Evolve,
            _source.ForMember,
            _source.ActorOfFederation,
            check
        );

    public void FederationLinks(Action<LinkState, IReadOnlyList<LinkEvent>> check) =>
        Run(
            LinkState.Initial,
            LinkDecider.Decide,
            LinkDecider.Evolve,
            _source.ForLink,
            _source.ActorOfFederation,
            check
        );

    private void Run<TState, TCommand, TEvent>(
        TState initial,
        Func<TState, TCommand, CommandContext, Decision<TEvent>> decide,
        Func<TState, TEvent, TState> evolve,
        Func<TState, TCommand> next,
        Action<TState, IReadOnlyList<TEvent>> check
    )
        where TCommand : notnull
        where TEvent : notnull => Run(initial, decide, evolve, next, _source.Actor, check);

    private void Run<TState, TCommand, TEvent>(
        TState initial,
        Func<TState, TCommand, CommandContext, Decision<TEvent>> decide,
        Func<TState, TEvent, TState> evolve,
        Func<TState, TCommand> next,
        Func<Actor> actor,
        Action<TState, IReadOnlyList<TEvent>> check
    )
        where TCommand : notnull
        where TEvent : notnull
    {
        for (var grain = 0; grain < Grains; grain++)
        {
            List<TEvent> history = [];
            var state = initial;
            for (var turn = 0; turn < CommandsPerGrain; turn++)
            {
                var command = next(state);
                var now = new DateTimeOffset(_source.Day(), TimeOnly.MinValue, TimeSpan.Zero);
                var decision = decide(state, command, new CommandContext(actor(), now));
                Assert.True(decision.Events.Count == 0 || !decision.IsRefused, $"seed {seed}: {command} did both");
                Observe(command.GetType().Name, decision.Events);
                history.AddRange(decision.Events);
                state = decision.Events.Aggregate(state, evolve);
            }

            var replayed = history.Select(Facts.WrittenAndRead).Aggregate(initial, evolve);
            Assert.True(Facts.Of(state) == Facts.Of(replayed), $"seed {seed}, grain {grain}: replay differs");
            check(state, history);
        }
    }

    private void Observe<TEvent>(string command, IReadOnlyList<TEvent> events)
        where TEvent : notnull
    {
        if (events.Count == 0)
        {
            return;
        }

        if (!Observed.TryGetValue(command, out var seen))
        {
            Observed.Add(command, seen = []);
        }

        seen.Add([.. events.Select(one => one.GetType().Name)]);
    }
}
