using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Workstreams;

/// <summary>
/// Every workstream, found by identifier, theme, council and network. Immutable. Lists are in order of title, then identifier
/// (both by character code), and are prepared when something changes, not when they are read.
/// </summary>
public sealed class WorkstreamDirectory
{
    private readonly ImmutableDictionary<string, Workstream> _byId;
    private readonly KeyedLists<string, Workstream> _byTheme;
    private readonly KeyedLists<string, Workstream> _byCouncil;
    private readonly KeyedLists<string, Workstream> _byNetwork;
    private readonly KeyedLists<bool, Workstream> _all;

    private WorkstreamDirectory(
        ImmutableDictionary<string, Workstream> byId,
        KeyedLists<string, Workstream> byTheme,
        KeyedLists<string, Workstream> byCouncil,
        KeyedLists<string, Workstream> byNetwork,
        KeyedLists<bool, Workstream> all
    ) => (_byId, _byTheme, _byCouncil, _byNetwork, _all) = (byId, byTheme, byCouncil, byNetwork, all);

    public static WorkstreamDirectory Empty { get; } =
        new(
            ImmutableDictionary<string, Workstream>.Empty,
            new(workstream => workstream.Details.Themes.All(), ByTitle),
            new(workstream => workstream.Participations.All.Select(part => part.Council).Distinct(), ByTitle),
            new(workstream => workstream.Network is { } network ? [network] : [], ByTitle),
            new(_ => [true], ByTitle)
        );

    public IReadOnlyList<Workstream> All => _all[true];

    public Workstream? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Those that have the theme, as lead theme or further one.</summary>
    public IReadOnlyList<Workstream> InTheme(string theme) => _byTheme[theme];

    /// <summary>Those in which the council takes part or ever took part; <see cref="Workstream.ParticipantsOn"/> says when.</summary>
    public IReadOnlyList<Workstream> OfCouncil(string council) => _byCouncil[council];

    public IReadOnlyList<Workstream> OfNetwork(string network) => _byNetwork[network];

    /// <param name="id">The stream's key.</param>
    public WorkstreamDirectory Apply(string id, WorkstreamEvent happened)
    {
        var before = Find(id);
        var after = WorkstreamHistory.Apply(before, happened);
        return new(
            _byId.SetItem(id, after),
            _byTheme.Replace(before, after),
            _byCouncil.Replace(before, after),
            _byNetwork.Replace(before, after),
            _all.Replace(before, after)
        );
    }

    private static int ByTitle(Workstream one, Workstream other) =>
        string.CompareOrdinal(one.Details.Title, other.Details.Title) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Id, other.Id);
}
