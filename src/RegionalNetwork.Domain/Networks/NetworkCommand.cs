namespace RegionalNetwork.Domain.Networks;

/// <summary>A command to a network's grain, whose key is the network's identifier.</summary>
public interface INetworkCommand
{
    string Network { get; }
}

/// <summary>What can be done with a network itself.</summary>
public abstract record NetworkCommand(string Network) : INetworkCommand;
