using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Networks;

/// <summary>What a network's grain knows: nothing before it is founded.</summary>
public sealed record NetworkState(Network? Network)
{
    public static NetworkState Initial { get; } = new((Network?)null);
}

/// <summary>The network grain: what it is, who is a member when, its priorities.</summary>
public static class NetworkDecider
{
    public static Decision<INetworkEvent> Decide(NetworkState state, INetworkCommand command, CommandContext context)
    {
        if (!NetworkAuthorisation.May(context.Actor, state.Network, command))
        {
            return Refused(CommonRefusals.NotPermitted("the network's coordinator"));
        }

        if (command is FoundNetwork found)
        {
            return Widened(found.Decide(state.Network));
        }

        if (state.Network is not { } network)
        {
            return Refused(NetworkRefusals.NotFound(command.Network));
        }

        return command switch
        {
            ReviseNetwork revise => Widened(revise.Decide(network)),
            AdmitCouncil admit => Widened(admit.Decide(network)),
            ReleaseCouncil release => Widened(release.Decide(network)),
            PriorityCommand priority => Widened(
                PriorityDecider.Decide(network.Priorities, LevelOfPriorities(network), network.Place, priority, context)
            ),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };
    }

    public static NetworkState Evolve(NetworkState state, INetworkEvent happened) =>
        new(NetworkHistory.Apply(state.Network, happened));

    /// <summary>Checks what a network says of itself, and gives it back as it is to be kept.</summary>
    internal static NetworkDetails Checked(NetworkDetails details, InputCheck input)
    {
        input.Known(details.Scope, "scope");
        input.Require(
            details.RegionCode is null
                || CouncilRegister.England.FindRegion(details.RegionCode) is { IsPartOfRegion: false },
            NetworkRefusals.RegionNotFound()
        );
        return details with
        {
            Name = input.Line(details.Name, Limits.TitleCharacters, "name"),
            Mandate = input.OptionalParagraphs(details.Mandate, Limits.TextCharacters, "mandate"),
            Sponsors = input.Lines(details.Sponsors, Limits.SponsorsPerNetwork, Limits.LineCharacters, "sponsors"),
        };
    }

    private static PriorityLevel LevelOfPriorities(Network network) =>
        network.Level == NetworkLevel.National ? PriorityLevel.National : PriorityLevel.Regional;

    private static Decision<INetworkEvent> Widened<TEvent>(Decision<TEvent> decision)
        where TEvent : class, INetworkEvent => new(decision.Events, decision.Refusals);

    private static Decision<INetworkEvent> Refused(Refusal refusal) => new([], [refusal]);
}
