using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>A membership ends; who was a member when remains known.</summary>
/// <param name="LeftOn">Last day; may be ahead.</param>
public sealed record ReleaseCouncil(string Network, string Council, DateOnly LeftOn) : NetworkCommand(Network)
{
    internal Decision<NetworkEvent> Decide(Network network)
    {
        var membership = network.Memberships.All.LastOrDefault(membership => membership.Council == Council);
        if (membership?.LeftOn == LeftOn && membership is not null)
        {
            return Decision<NetworkEvent>.Unchanged;
        }

        if (membership is not { LeftOn: null })
        {
            return NetworkRefusals.NotMember(Council);
        }

        return LeftOn < membership.JoinedOn
            ? CommonRefusals.InvalidDates("leftOn")
            : new CouncilLeftNetwork(Council, LeftOn);
    }
}
