using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Who may do what to a network, and to its priorities. A national network is the nation's.</summary>
internal static class NetworkAuthorisation
{
    public static bool May(Actor actor, Network? network, INetworkCommand command)
    {
        var place =
            network?.Place
            ?? (
                command is FoundNetwork { Level: NetworkLevel.National } ? Place.Nation : Place.Network(command.Network)
            );
        return command switch
        {
            FoundNetwork => actor.May(Permission.FoundNetworks, place),
            PriorityCommand priority => PriorityAuthorisation.May(actor, place, priority),
            _ => actor.May(Permission.ManageNetworks, place),
        };
    }
}
