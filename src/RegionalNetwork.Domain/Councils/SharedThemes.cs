using System.Collections.Immutable;
using RegionalNetwork.Domain.Priorities;
using RegionalNetwork.Domain.Themes;

namespace RegionalNetwork.Domain.Councils;

/// <summary>Priorities of all councils by year and theme. Immutable; a change makes its year anew, where it differs.</summary>
internal sealed class SharedThemes
{
    private readonly ImmutableDictionary<(string Year, string Theme), ThemeInYear> _byTheme;
    private readonly ImmutableDictionary<string, IReadOnlyList<ThemeInYear>> _byYear;

    private SharedThemes(
        ImmutableDictionary<(string Year, string Theme), ThemeInYear> byTheme,
        ImmutableDictionary<string, IReadOnlyList<ThemeInYear>> byYear
    ) => (_byTheme, _byYear) = (byTheme, byYear);

    public static SharedThemes Empty { get; } =
        new(
            ImmutableDictionary<(string Year, string Theme), ThemeInYear>.Empty,
            ImmutableDictionary<string, IReadOnlyList<ThemeInYear>>.Empty
        );

    public IReadOnlyList<ThemeInYear> In(string year) => _byYear.GetValueOrDefault(year, []);

    public ThemeInYear Find(string year, string theme) =>
        _byTheme.GetValueOrDefault((year, theme)) ?? new ThemeInYear(year, theme, []);

    public SharedThemes Replace(string council, PriorityBook before, PriorityBook after)
    {
        var changed = after.Years.Where(year => !ReferenceEquals(before.In(year), after.In(year)));
        return changed.Aggregate(this, (themes, year) => themes.With(council, year, before.In(year), after.In(year)));
    }

    private SharedThemes With(
        string council,
        string year,
        IReadOnlyList<Priority> before,
        IReadOnlyList<Priority> after
    )
    {
        var byTheme = _byTheme.ToBuilder();
        foreach (var theme in before.Concat(after).SelectMany(priority => priority.Details.Themes.All()).Distinct())
        {
            Priority[] own =
            [
                .. after.Where(p => p.Status != PriorityStatus.Withdrawn && p.Details.Themes.Includes(theme)),
            ];
            var others = Find(year, theme).Councils.Where(other => other.Council != council);
            var all = own.Length > 0 ? others.Append(new CouncilInTheme(council, own)) : others;
            byTheme[(year, theme)] = new ThemeInYear(
                year,
                theme,
                [.. all.OrderBy(one => one.Council, StringComparer.Ordinal)]
            );
        }

        var inYear = ThemeCatalogue
            .All.Select(theme => byTheme.GetValueOrDefault((year, theme.Code)))
            .OfType<ThemeInYear>()
            .Where(theme => theme.Councils.Count > 0);
        return new SharedThemes(byTheme.ToImmutable(), _byYear.SetItem(year, [.. inYear]));
    }
}
