using System.Collections.Immutable;
using RegionalNetwork.Domain.Narratives;
using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Councils;

/// <summary>
/// What councils work on: their priorities by council and year, and which councils share a theme. Immutable; lists are prepared
/// when something changes, not when they are read.
/// </summary>
public sealed class CouncilsView
{
    private readonly ImmutableDictionary<string, CouncilState> _byCouncil;
    private readonly SharedThemes _themes;

    private CouncilsView(ImmutableDictionary<string, CouncilState> byCouncil, SharedThemes themes) =>
        (_byCouncil, _themes) = (byCouncil, themes);

    public static CouncilsView Empty { get; } =
        new(ImmutableDictionary<string, CouncilState>.Empty, SharedThemes.Empty);

    /// <summary>A council's priorities; an empty book when it declared none.</summary>
    public PriorityBook PrioritiesOf(string council) => StateOf(council).Priorities;

    /// <summary>What a council says of its own figures.</summary>
    public NarrativeBook NarrativesOf(string council) => StateOf(council).Narratives;

    /// <summary>The themes that councils' priorities of a year have, in theme order. Withdrawn priorities do not count.</summary>
    public IReadOnlyList<ThemeInYear> ThemesIn(string year) => _themes.In(year);

    /// <summary>Who works on a theme in a year; without councils when nobody does.</summary>
    public ThemeInYear Theme(string year, string theme) => _themes.Find(year, theme);

    /// <param name="council">The stream's key.</param>
    public CouncilsView Apply(string council, ICouncilEvent happened)
    {
        var before = StateOf(council);
        var after = CouncilDecider.Evolve(before, happened);
        return new(_byCouncil.SetItem(council, after), _themes.Replace(council, before.Priorities, after.Priorities));
    }

    private CouncilState StateOf(string council) => _byCouncil.GetValueOrDefault(council, CouncilState.Initial);
}
