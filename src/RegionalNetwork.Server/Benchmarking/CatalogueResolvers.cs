using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>Answers <c>schema/catalogue.graphql</c>.</summary>
internal static class CatalogueResolvers
{
    public static ResolverMap AddCatalogue(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field(
                        "indicatorCatalogue",
                        (CatalogueArguments a, ResolverContext context) =>
                            CatalogueView.All(context.Snapshot(), a.Collection)
                    )
                    .Field(
                        "catalogueEntry",
                        (CodeArguments a, ResolverContext context) => CatalogueView.Find(context.Snapshot(), a.Code)
                    )
            )
            .Object<CatalogueView>("CatalogueEntry", AddEntryFields)
            .Object<DefinitionBreak>("DefinitionBreak")
            .Object<SliceItem>("SliceItem")
            .Object<GroupComparison>("GroupComparison");

    private static void AddEntryFields(ObjectResolvers<CatalogueView> entry) =>
        entry
            .Field("code", e => e.Definition.Code)
            .Field("name", e => e.Definition.Label)
            .Field("definition", e => e.Definition.Definition)
            .Field("unit", e => e.Definition.Unit)
            .Field("decimalPlaces", e => e.Definition.DecimalPlaces)
            .Field("polarity", e => e.Definition.Polarity)
            .Field("formula", e => e.Definition)
            .Field("scale", e => e.Entry.Scale)
            .Field("collection", e => e.Definition.Collection)
            .Field(
                "collectionTitle",
                (e, context) => context.Snapshot().Benchmarks.Catalogue.FindCollection(e.Definition.Collection)!.Title
            )
            .Field("frequency", e => e.Entry.Frequency)
            .Field("sensitivity", e => e.Entry.Sensitivity)
            .Field("scope", e => e.Entry.Scope)
            .Field("methodVersion", e => e.Entry.MethodVersion)
            .Field("seriesBreaks", e => e.Entry.SeriesBreaks)
            .Field("source", e => e.Definition.Source)
            .Field("sourceLink", e => e.Entry.SourceLink.OriginalString)
            .Field("indicator", (e, context) => IndicatorSources.Find(context.Network(), e.Definition.Code, null));

    private sealed record CatalogueArguments(string? Collection);
}
