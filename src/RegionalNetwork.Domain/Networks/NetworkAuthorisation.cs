using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Who may do what to a network.</summary>
internal static class NetworkAuthorisation
{
    public static bool May(Actor actor, Network? network, INetworkCommand command) =>
        actor.Is(Role.Operator)
        || command switch
        {
            // Networks are set up by operators only.
            FoundNetwork => false,
            NetworkCommand => Coordinates(actor, command.Network),
            // What is left is about priorities: the nation's are the national office's, a region's its coordinator's.
            _ when network?.Level == NetworkLevel.National => actor.Is(Role.NationalOffice),
            _ => Coordinates(actor, command.Network),
        };

    private static bool Coordinates(Actor actor, string network) =>
        actor.Is(Role.RegionalCoordinator) && actor.Network == network;
}
