using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>A council becomes a member. It may have been one before.</summary>
/// <param name="JoinedOn">First day.</param>
public sealed record AdmitCouncil(string Network, string Council, DateOnly JoinedOn) : NetworkCommand(Network)
{
    internal Decision<NetworkEvent> Decide(Network network)
    {
        if (CouncilCodes.FaultOn(JoinedOn, Council, "council") is { } fault)
        {
            return fault;
        }

        var earlier = network.Memberships.All.LastOrDefault(membership => membership.Council == Council);
        if (earlier is { LeftOn: null } && earlier.JoinedOn == JoinedOn)
        {
            return Decision<NetworkEvent>.Unchanged;
        }

        if (earlier is not null && (earlier.LeftOn is null || earlier.LeftOn >= JoinedOn))
        {
            return NetworkRefusals.AlreadyMember(Council);
        }

        return network.Memberships.All.Count >= Limits.MembershipsPerNetwork
            ? CommonRefusals.TooMany("memberships", Limits.MembershipsPerNetwork)
            : new CouncilJoinedNetwork(Council, JoinedOn);
    }
}
