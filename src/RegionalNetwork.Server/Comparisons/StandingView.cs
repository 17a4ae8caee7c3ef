using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>A council's indicators by how they stand to one comparator.</summary>
internal sealed record StandingView(
    ComparatorKind Comparator,
    IReadOnlyList<IndicatorComparison> All,
    NetworkRequest Request
)
{
    public IndicatorComparison[] Better => Where(judgement => judgement.IsBetter);

    public IndicatorComparison[] Similar => Where(judgement => judgement.Result == JudgementResult.Similar);

    public IndicatorComparison[] Worse => Where(judgement => judgement.IsWorse);

    public IndicatorComparison[] WorseAndGettingWorse =>
        [.. Worse.Where(comparison => comparison.Trend(Request)?.Trend.Marker == TrendMarker.GettingWorse)];

    /// <summary>Where neither way is better.</summary>
    public IndicatorComparison[] LowerOrHigher =>
        Where(judgement =>
            judgement.IsTested
            && !judgement.IsBetter
            && !judgement.IsWorse
            && judgement.Result != JudgementResult.Similar
        );

    public IndicatorComparison[] NotTested => Where(judgement => !judgement.IsTested);

    private IndicatorComparison[] Where(Func<Judgement, bool> holds) =>
        [
            .. All.Where(comparison =>
                holds(comparison.Comparators.Count == 0 ? default : comparison.Comparators[0].Judgement)
            ),
        ];
}
