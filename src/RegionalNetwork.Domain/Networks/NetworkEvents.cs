namespace RegionalNetwork.Domain.Networks;

/// <summary>An event in a network's stream: its own, or one about its priorities.</summary>
public interface INetworkEvent;

/// <summary>What happens to a network itself.</summary>
public abstract record NetworkEvent : INetworkEvent;

public sealed record NetworkFounded(string Network, NetworkLevel Level, NetworkDetails Details) : NetworkEvent;

public sealed record NetworkRevised(NetworkDetails Details) : NetworkEvent;

/// <param name="JoinedOn">First day of membership.</param>
public sealed record CouncilJoinedNetwork(string Council, DateOnly JoinedOn) : NetworkEvent;

/// <param name="LeftOn">Last day of membership.</param>
public sealed record CouncilLeftNetwork(string Council, DateOnly LeftOn) : NetworkEvent;
