using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Changes a network's name, scope, region, mandate or sponsors.</summary>
public sealed record ReviseNetwork(string Network, NetworkDetails Details) : NetworkCommand(Network)
{
    internal Decision<NetworkEvent> Decide(Network network)
    {
        var input = new InputCheck();
        var details = NetworkDecider.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<NetworkEvent>.Refused(input.Refusals);
        }

        return network.Details.SameAs(details) ? Decision<NetworkEvent>.Unchanged : new NetworkRevised(details);
    }
}
