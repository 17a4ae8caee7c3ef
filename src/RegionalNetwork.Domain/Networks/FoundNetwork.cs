using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Networks;

/// <summary>Sets up a network, without members yet. The same again changes nothing.</summary>
public sealed record FoundNetwork(string Network, NetworkLevel Level, NetworkDetails Details) : NetworkCommand(Network)
{
    internal Decision<NetworkEvent> Decide(Network? existing)
    {
        var input = new InputCheck();
        input.Id(Network, "network");
        input.Require(Network != PriorityAlignment.National, NetworkRefusals.ReservedId());
        input.Known(Level, "level");
        var details = NetworkDecider.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<NetworkEvent>.Refused(input.Refusals);
        }

        if (existing is not null)
        {
            return existing.Level == Level && existing.Details.SameAs(details)
                ? Decision<NetworkEvent>.Unchanged
                : CommonRefusals.IdTaken(Network);
        }

        return new NetworkFounded(Network, Level, details);
    }
}
