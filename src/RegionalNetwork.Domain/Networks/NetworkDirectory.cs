using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Networks;

/// <summary>
/// Every network, found by identifier and by council. Immutable. Lists are in order of name, then identifier (both by character
/// code), and are prepared when something changes, not when they are read.
/// </summary>
public sealed class NetworkDirectory
{
    private readonly ImmutableDictionary<string, Network> _byId;
    private readonly KeyedLists<string, Network> _byCouncil;
    private readonly KeyedLists<bool, Network> _all;

    private NetworkDirectory(
        ImmutableDictionary<string, Network> byId,
        KeyedLists<string, Network> byCouncil,
        KeyedLists<bool, Network> all
    ) => (_byId, _byCouncil, _all) = (byId, byCouncil, all);

    public static NetworkDirectory Empty { get; } =
        new(
            ImmutableDictionary<string, Network>.Empty,
            new(network => network.Memberships.All.Select(membership => membership.Council).Distinct(), ByName),
            new(_ => [true], ByName)
        );

    public IReadOnlyList<Network> All => _all[true];

    public Network? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Those of which the council is or ever was a member; <see cref="Network.IsMember"/> says when.</summary>
    public IReadOnlyList<Network> OfCouncil(string council) => _byCouncil[council];

    /// <param name="id">The stream's key.</param>
    public NetworkDirectory Apply(string id, INetworkEvent happened)
    {
        var before = Find(id);
        var after = NetworkHistory.Apply(before, happened);
        return new(_byId.SetItem(id, after), _byCouncil.Replace(before, after), _all.Replace(before, after));
    }

    private static int ByName(Network one, Network other) =>
        string.CompareOrdinal(one.Details.Name, other.Details.Name) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Id, other.Id);
}
