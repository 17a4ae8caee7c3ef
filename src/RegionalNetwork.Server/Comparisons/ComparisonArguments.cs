using RegionalNetwork.Domain.Comparisons;

namespace RegionalNetwork.Server.Comparisons;

/// <param name="Period">Null for the latest of each indicator.</param>
/// <param name="Network">Null for the council's own.</param>
/// <param name="NeighbourModel">Null for the newest.</param>
internal sealed record ComparisonArguments(
    IReadOnlyList<string> Indicators,
    string? Period,
    IReadOnlyList<ComparatorKind> Comparators,
    string? Network,
    string? NeighbourModel,
    IReadOnlyList<string>? Group
);

/// <param name="Period">Null for the latest of each indicator.</param>
internal sealed record ComparisonFileArguments(IReadOnlyList<string> Indicators, string? Period);

/// <param name="Indicators">Null for all of the catalogue that have figures.</param>
internal sealed record StandingArguments(
    ComparatorKind Comparator,
    IReadOnlyList<string>? Indicators,
    string? Period,
    string? Network,
    string? NeighbourModel,
    IReadOnlyList<string>? Group
);
