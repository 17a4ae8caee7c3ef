using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Benchmarking;

/// <summary>An entry of the catalogue, with or without figures.</summary>
internal sealed record CatalogueView(IndicatorDefinition Definition, CatalogueEntry Entry)
{
    /// <summary>Null for a column that the catalogue does not know.</summary>
    public static CatalogueView? Of(IndicatorDefinition definition) =>
        definition.Entry is { } entry ? new CatalogueView(definition, entry) : null;

    public static CatalogueView? Find(NetworkSnapshot snapshot, string code) =>
        snapshot.Benchmarks.Catalogue.FindByCode(code) is { } definition ? Of(definition) : null;

    /// <param name="collection">Null for all of them.</param>
    public static IReadOnlyList<CatalogueView> All(NetworkSnapshot snapshot, string? collection) =>
        [
            .. snapshot
                .Benchmarks.Catalogue.Collections.Where(each => collection is null || each.Slug == collection)
                .SelectMany(each => each.Indicators)
                .Select(Of)
                .OfType<CatalogueView>(),
        ];
}
