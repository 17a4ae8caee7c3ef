using System.Collections.Immutable;
using RegionalNetwork.Domain.Councils;

namespace RegionalNetwork.Domain.Neighbours;

/// <summary>Every model of statistical neighbours. Immutable; a look-up is O(1) and allocates nothing.</summary>
public sealed class NeighbourDirectory
{
    private readonly ImmutableSortedDictionary<string, IndexedModel> _byVersion;

    private readonly IndexedModel? _newest;

    private NeighbourDirectory(ImmutableSortedDictionary<string, IndexedModel> byVersion) =>
        (_byVersion, _newest) = (byVersion, byVersion.Values.LastOrDefault());

    public static NeighbourDirectory Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, IndexedModel>(StringComparer.Ordinal));

    /// <summary>Newest version first.</summary>
    public IReadOnlyList<NeighbourModel> All => [.. _byVersion.Values.Reverse().Select(indexed => indexed.Model)];

    /// <param name="version">Null for the newest.</param>
    public NeighbourModel? Find(string? version) => Indexed(version)?.Model;

    /// <summary>The neighbours of a council, also where the model has it under another code of the same authority. Null where the
    /// model is unknown or does not have it.</summary>
    /// <param name="version">Null for the newest model.</param>
    public NeighbourSet? Find(string? version, Council council, CouncilRegister register)
    {
        if (Indexed(version) is not { } indexed)
        {
            return null;
        }

        if (indexed.ByCouncil.TryGetValue(council.Code, out var found))
        {
            return found;
        }

        // A recoded council: there are fourteen changes of code, so this is seldom and short.
        foreach (var set in indexed.Model.Sets)
        {
            if (register.IsSameAuthority(set.Council, council.Code))
            {
                return set;
            }
        }

        return null;
    }

    /// <param name="version">The stream's key.</param>
    public NeighbourDirectory Apply(string version, NeighbourEvent happened)
    {
        var model = NeighbourDecider.Apply(happened);
        var byCouncil = model.Sets.ToImmutableDictionary(set => set.Council);
        return new NeighbourDirectory(_byVersion.SetItem(version, new IndexedModel(model, byCouncil)));
    }

    private IndexedModel? Indexed(string? version) => version is null ? _newest : _byVersion.GetValueOrDefault(version);

    private sealed record IndexedModel(NeighbourModel Model, ImmutableDictionary<string, NeighbourSet> ByCouncil);
}
