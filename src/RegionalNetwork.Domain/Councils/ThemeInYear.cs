using RegionalNetwork.Domain.Priorities;

namespace RegionalNetwork.Domain.Councils;

/// <summary>The councils whose priorities of one year have one theme, as lead theme or further one.</summary>
/// <param name="Councils">In order of code.</param>
public sealed record ThemeInYear(string Year, string Theme, IReadOnlyList<CouncilInTheme> Councils);

/// <summary>A council and its priorities of that year and theme, at least one, the most important first.</summary>
public sealed record CouncilInTheme(string Council, IReadOnlyList<Priority> Priorities);
