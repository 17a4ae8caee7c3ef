namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>The indicators that come from one publication, one return of councils or one kind of record: the content of one file of
/// <c>schema/indicators</c>.</summary>
/// <param name="Slug">Of the publication, or of the return whose table schema is <c>schema/returns/SLUG.json</c>.</param>
public record IndicatorCollection(
    string Slug,
    string Title,
    string Source,
    IReadOnlyList<IndicatorDefinition> Indicators
);
