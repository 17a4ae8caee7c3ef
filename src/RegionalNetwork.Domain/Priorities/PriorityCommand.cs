using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>What can be done with priorities.</summary>
/// <param name="Owner">The grain that has the priority: a council's code or a network's identifier.</param>
public abstract record PriorityCommand(string Owner) : ICouncilCommand, INetworkCommand
{
    string ICouncilCommand.Council => Owner;

    string INetworkCommand.Network => Owner;
}
