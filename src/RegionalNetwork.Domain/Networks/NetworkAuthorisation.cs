using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Who may do what to a network, and to its priorities: an operator everything; the Chief Social Worker's office
/// everything to a national network; a coordinator everything to their own network but found it.</summary>
internal static class NetworkAuthorisation
{
    public static bool May(Actor actor, Network? network, INetworkCommand command) =>
        actor.Is(Role.Operator)
        || (actor.Is(Role.NationalOffice) && LevelOf(network, command) == NetworkLevel.National)
        || (
            actor.Is(Role.RegionalCoordinator)
            && actor.Network == command.Network
            && LevelOf(network, command) != NetworkLevel.National
            && command is not FoundNetwork
        );

    /// <summary>Null for a network that is not there.</summary>
    private static NetworkLevel? LevelOf(Network? network, INetworkCommand command) =>
        network?.Level ?? (command as FoundNetwork)?.Level;
}
