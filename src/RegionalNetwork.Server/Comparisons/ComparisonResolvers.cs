using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Methods;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Exports;
using RegionalNetwork.Server.Narratives;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Comparisons;

/// <summary>Answers <c>schema/comparisons.graphql</c>.</summary>
internal static class ComparisonResolvers
{
    public static ResolverMap AddComparisons(this ResolverMap map) =>
        map.Object<IndicatorComparison>("IndicatorComparison", AddComparisonFields)
            .Object<Interval>("Interval")
            .Object<FigureInterval>("FigureInterval")
            .Object<ComparatorAnswer>("Comparator", AddComparatorFields)
            .Object<Judgement>("Judgement")
            .Object<PositionView>("Position", AddPositionFields)
            .Object<SeriesTrend>(
                "Trend",
                trend =>
                    trend
                        .Field("marker", t => t.Trend.Marker)
                        .Field("slope", t => t.Trend.Slope)
                        .Field("chiSquared", t => t.Trend.ChiSquared)
            )
            .Object<ChangeView>(
                "PeriodChange",
                change =>
                    change
                        .Field("difference", c => c.Change.Difference)
                        .Field("percent95", c => c.Change.Percent95)
                        .Field("p", c => c.Change.P)
                        .Field("isSignificant", c => c.Change.IsSignificant)
                        .Field("notTestedBecause", c => c.Change.NotTestedBecause)
            )
            .Object<ComparisonFlag>("ComparisonFlag")
            .Object<StandingView>("Standing")
            .Object<IndicatorException>("IndicatorException")
            .AddFunnels()
            .AddPatterns();

    public static ObjectResolvers<Council> AddComparisonFields(this ObjectResolvers<Council> council) =>
        council
            .Field(
                "comparisonFile",
                (Council c, ComparisonFileArguments a, ResolverContext _) =>
                    ExportAddresses.OfComparison(c, a.Indicators, a.Period)
            )
            .Field(
                "comparison",
                (Council c, ComparisonArguments a, ResolverContext context) =>
                    ComparisonQuery.Of(context.Network(), c, a)
            )
            .Field(
                "standing",
                (Council c, StandingArguments a, ResolverContext context) =>
                    ComparisonQuery.Standing(context.Network(), c, a)
            )
            .Field(
                "exceptions",
                (Council c, ExceptionArguments a, ResolverContext context) => ExceptionQuery.Of(context.Network(), c, a)
            );

    private static void AddComparisonFields(ObjectResolvers<IndicatorComparison> comparison) =>
        comparison
            .Field("positions", c => c.Positions())
            .Field("series", (c, context) => c.Series(context.Network()))
            .Field("trend", (c, context) => c.Trend(context.Network()))
            .Field("change", (c, context) => c.Change(context.Network()))
            .Field(
                "narrative",
                (c, context) =>
                    c.Column is null
                        ? null
                        : NarrativeResolvers.Find(
                            context.Network(),
                            c.Council.Code,
                            c.Column.Definition.Code,
                            c.Column.Units.Period.Code
                        )
            )
            .Field("jointWith", c => c.JointReturn?.Councils.Where(other => other != c.Council).ToArray() ?? []);

    private static void AddComparatorFields(ObjectResolvers<ComparatorAnswer> comparator) =>
        comparator
            .Field("value", c => c.Statistics?.Rollup?.Value)
            .Field("median", c => c.Statistics?.Sample.Median)
            .Field("mean", c => c.Statistics?.Sample.Mean)
            .Field("n", c => c.Statistics?.Count ?? 0)
            .Field("of", c => c.Statistics?.Expected ?? 0)
            .Field("missing", c => c.Statistics?.Missing ?? [])
            .Field("coverage", c => c.Statistics?.Rollup?.Coverage)
            .Field("published", c => c.Statistics?.Published);

    private static ResolverMap AddFunnels(this ResolverMap map) =>
        map.Query(query =>
                query.Field(
                    "funnel",
                    (FunnelArguments a, ResolverContext context) => FunnelQuery.Of(context.Network(), a)
                )
            )
            .Object<FunnelView>(
                "Funnel",
                funnel =>
                    funnel
                        .Field("pooled", f => f.Funnel.Pooled)
                        .Field("points", f => f.Funnel.Points)
                        .Field("limits", f => f.Funnel.Curve)
                        .Field("refusal", f => f.Funnel.Refusal)
            )
            .Object<FunnelPoint>(
                "FunnelPoint",
                point =>
                    point
                        .Field("code", p => p.Unit.Code)
                        .Field("name", p => p.Unit.Name)
                        .Field("councils", p => p.Unit.Councils)
            )
            .Object<FunnelCurvePoint>("FunnelLimits");

    private static ResolverMap AddPatterns(this ResolverMap map) =>
        map.Query(query =>
                query.Field(
                    "patterns",
                    (PatternArguments a, ResolverContext context) => PatternQuery.Of(context.Network(), a)
                )
            )
            .Object<PatternView>("Patterns")
            .Object<PatternSeries>("PatternSeries")
            .Object<PatternMark>("PatternMark")
            .Object<ControlChart>(
                "ControlChart",
                chart =>
                    chart
                        .Field("mean", c => c.Chart?.Mean)
                        .Field("limits", c => c.Chart?.Limits)
                        .Field("meanMovingRange", c => c.Chart?.MeanMovingRange)
                        .Field("movingRangeUpper", c => c.Chart?.MovingRangeUpper)
            )
            .Object<ControlSignal>("ControlSignal");

    private static void AddPositionFields(ObjectResolvers<PositionView> position) =>
        position
            .Field("rank", p => p.Position.Rank)
            .Field("of", p => p.Position.Of)
            .Field("isTied", p => p.Position.IsTied)
            .Field("quintile", p => p.Position.Quintile)
            .Field("quartileBand", p => p.Position.Band);
}
