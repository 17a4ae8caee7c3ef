using RegionalNetwork.Domain.Publications;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.Server.Benchmarking;
using RegionalNetwork.Server.Councils;
using RegionalNetwork.Server.Exports;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Publications;

/// <summary>Answers <c>schema/publications.graphql</c>.</summary>
internal static class PublicationResolvers
{
    public const string PublicationType = "Publication";

    private static readonly ListOrder<Publication> ByTitle = new(
        "publications",
        SortPart<Publication>.Ascending(publication => publication.Title),
        SortPart<Publication>.Ascending(publication => publication.Id)
    );

    public static ResolverMap AddPublications(this ResolverMap map) =>
        map.Query(query =>
                query
                    .Field("publications", context => InOrder(context.Snapshot().Publications.All))
                    .Field(
                        "publicationsConnection",
                        (PageArguments a, ResolverContext context) =>
                            Connections.Of(InOrder(context.Snapshot().Publications.All), ByTitle, a)
                    )
                    .Field(
                        "publication",
                        (CodeArguments a, ResolverContext context) => context.Snapshot().Publications.Find(a.Code)
                    )
            )
            .Object<Publication>(
                PublicationType,
                publication =>
                    publication
                        .Field("id", p => NodeId.Of(PublicationType, p.Id))
                        .Field("code", p => p.Id)
                        .Field("vintages", p => VintageView.Of(p))
                        .Field("indicators", (p, context) => IndicatorSources.OfPublication(context.Network(), p.Id))
                        .Field("file", p => p.Current is null ? null : ExportAddresses.OfCollection(p.Id))
                        .Field("statements", p => StatementView.Of(p))
            )
            .Object<Page<Publication>>("PublicationConnection")
            .Object<Edge<Publication>>("PublicationEdge")
            .Object<VintageView>(
                "Vintage",
                vintage => vintage.Field("file", v => ExportAddresses.OfVintage(v.Vintage))
            )
            .Object<Dimension>("Dimension", dimension => dimension.Field("name", d => d.Column))
            .Object<Period>("Period")
            .Object<StatementView>("Statement", AddStatementFields);

    private static Publication[] InOrder(IEnumerable<Publication> publications) =>
        [
            .. publications
                .OrderBy(publication => publication.Title, StringComparer.Ordinal)
                .ThenBy(publication => publication.Id, StringComparer.Ordinal),
        ];

    private static void AddStatementFields(ObjectResolvers<StatementView> statement) =>
        statement
            .Field("id", s => s.Stated.Id)
            .Field("council", s => s.Stated.Council is { } code ? CouncilResolvers.Get(code) : null)
            .Field("area", s => s.Stated.Area)
            .Field("scope", s => s.Stated.Scope)
            .Field("measure", s => s.Stated.Measure)
            .Field("period", s => s.Stated.Period)
            .Field("qualifier", s => s.Stated.Qualifier)
            .Field("value", s => (double?)s.Stated.Value)
            .Field("grade", s => s.Stated.Grade)
            .Field("unit", s => s.Stated.Unit)
            .Field("numerator", s => (double?)s.Stated.Numerator)
            .Field("denominator", s => (double?)s.Stated.Denominator)
            .Field(
                "denominatorQualifier",
                s => s.Stated.Denominator is null ? (StatedQualifier?)null : s.Stated.DenominatorQualifier
            )
            .Field("reference", s => s.Stated.Reference)
            .Field("note", s => s.Stated.Note);
}
