using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Neighbours;
using RegionalNetwork.Domain.Networks;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>Whom a council is compared with.</summary>
public enum ComparatorKind
{
    /// <summary>The councils of its region.</summary>
    Region,

    /// <summary>The members, on the period's reference date, of a network.</summary>
    Network,

    /// <summary>Its statistical neighbours.</summary>
    Neighbours,

    England,

    /// <summary>All councils of its kind in England: counties, unitary authorities ...</summary>
    CouncilType,

    /// <summary>A set of councils of the caller's own.</summary>
    Group,
}

/// <summary>Which of a comparator's values a figure is judged against.</summary>
public enum BenchmarkStatistic
{
    /// <summary>Sum of numerators over sum of denominators.</summary>
    Weighted,

    /// <summary>Of the councils' own values: what the Department for Education compares with neighbours by.</summary>
    Median,
}

/// <summary>What the comparators of one request are made from.</summary>
/// <param name="Network">Null for the council's own regional network on the reference date.</param>
/// <param name="NeighbourModel">Null for the newest.</param>
/// <param name="Group">Nine-character codes, checked by <see cref="CouncilGroup"/>; empty where there is none.</param>
public sealed record ComparatorSources(
    NetworkDirectory Networks,
    Network? Network,
    NeighbourDirectory Neighbours,
    string? NeighbourModel,
    IReadOnlyList<string> Group
);

/// <summary>A comparator in one column: whose it is, its values, and how the council stands to them.</summary>
/// <param name="Code">Of the area, network or neighbour model; null for the others.</param>
/// <param name="Name">To print: <c>Ten statistical neighbours (2025 model)</c>.</param>
/// <param name="Statistics">Null where there is no such comparator; then <paramref name="Reason"/> says why.</param>
public sealed record ComparatorAnswer(
    ComparatorKind Kind,
    string? Code,
    string Name,
    SetStatistics? Statistics,
    string? Reason,
    Judgement Judgement
)
{
    /// <summary>Who is not in it, in a sentence; null where everybody is.</summary>
    public string? Note => Statistics is null ? null : Sentences.OfMissing(Statistics);

    public BenchmarkStatistic Statistic =>
        Kind == ComparatorKind.Neighbours ? BenchmarkStatistic.Median : BenchmarkStatistic.Weighted;

    /// <summary>What the council is judged against, by <see cref="Statistic"/>.</summary>
    public double? BenchmarkValue =>
        Statistic == BenchmarkStatistic.Median ? Statistics?.Sample.Median : Statistics?.Rollup?.Value;
}
