using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Comparisons;
using RegionalNetwork.Domain.Publications;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Exports;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>Answers <c>schema/benchmarking.graphql</c>.</summary>
internal static class BenchmarkResolvers
{
    public const string IndicatorType = "Indicator";

    public static ResolverMap AddBenchmarking(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field(
                        "indicators",
                        (PublicationArguments a, ResolverContext context) =>
                            a.Publication is null
                                ? IndicatorSources.All(context.Network())
                                : IndicatorSources.OfPublication(context.Network(), a.Publication)
                    )
                    .Field(
                        "indicator",
                        (CodeArguments a, ResolverContext context) =>
                            IndicatorSources.Find(context.Network(), a.Code, null)
                    )
                    .Field(
                        "benchmark",
                        (BenchmarkArguments a, ResolverContext context) => BenchmarkQuery.Find(context.Network(), a)
                    )
                    .Field(
                        "rollups",
                        (RollupsArguments a, ResolverContext context) =>
                            RollupQuery.OfEnglandAndRegions(context.Network(), a.Indicator, a.Where, a.Vintage)
                    )
            )
            .Object<IndicatorSource>(IndicatorType, AddIndicatorFields)
            .Object<IndicatorDefinition>(
                "Formula",
                formula =>
                    formula
                        .Field("kind", f => f.Formula)
                        .Field("numeratorDescription", f => f.Entry?.NumeratorDescription)
                        .Field("denominatorDescription", f => f.Entry?.DenominatorDescription)
            )
            .Object<BenchmarkView>(
                "Benchmark",
                benchmark => benchmark.Field("completeness", (b, context) => b.Completeness(context.Network()))
            )
            .Object<BenchmarkRow>(
                "BenchmarkRow",
                row =>
                    row.Field("rank", r => r.Position?.Rank)
                        .Field("isTied", r => r.Position?.IsTied ?? false)
                        .Field("quintile", r => r.Position?.Quintile)
                        .Field("quartileBand", r => r.Position?.Band)
                        .Field(
                            "judgement",
                            (BenchmarkRow r, RowJudgementArguments a, ResolverContext _) => r.JudgedAgainst(a.Against)
                        )
            )
            .Object<IndicatorFigure>("Figure")
            .Object<Figure>("PublishedFigure", figure => figure.Field("value", f => f.Number))
            .Object<AreaView>("Area")
            .Object<RollupView>("Rollup")
            .Object<RollupSeriesView>("RollupSeries")
            .Object<Coverage>(
                "Coverage",
                coverage => coverage.Field("countedAsZero", c => c.CountedAsZero.Select(unit => unit.Name).ToArray())
            )
            .Object<MissingUnit>("MissingContributor")
            .Object<SeriesView>(
                "Series",
                series =>
                    series
                        .Field("points", s => s.Series.Points)
                        .Field("breaks", s => s.Series.Breaks)
                        .Field("control", s => ControlChart.Of(s.Series))
                        .Field("trend", s => SeriesTrend.Of(s.Series))
            )
            .Object<SeriesPoint>("SeriesPoint", point => point.Field("publishedCode", p => p.Unit.Code))
            .Object<SeriesBreak>("SeriesBreak");

    private static void AddIndicatorFields(ObjectResolvers<IndicatorSource> indicator) =>
        indicator
            .Field("id", i => NodeId.Of(IndicatorType, i.Definition.Code))
            .Field("code", i => i.Definition.Code)
            .Field("name", i => i.Definition.Label)
            .Field("definition", i => i.Definition.Definition is { Length: > 0 } text ? text : null)
            .Field("interval", i => i.Definition.Interval)
            .Field("unit", i => i.Definition.Unit)
            .Field("decimalPlaces", i => i.Definition.DecimalPlaces)
            .Field("polarity", i => i.Definition.Polarity)
            .Field("formula", i => i.Definition)
            .Field("source", i => i.Definition.Source)
            .Field("catalogueEntry", i => CatalogueView.Of(i.Definition))
            .Field(
                "completeness",
                (i, context) =>
                    i.Definition.Completeness is { } code ? IndicatorSources.Find(context.Network(), code, null) : null
            )
            .Field("file", i => ExportAddresses.OfIndicator(i.Definition.Code))
            .Field("dimensions", i => i.Dimensions)
            .Field("publication", (i, context) => context.Snapshot().Publications.Find(i.Definition.Collection))
            .Field("origin", i => i.Origin);

    private sealed record RowJudgementArguments(RowBenchmark Against);

    private sealed record PublicationArguments(string? Publication);

    private sealed record RollupsArguments(string Indicator, IReadOnlyList<DimensionItem> Where, int? Vintage);
}
