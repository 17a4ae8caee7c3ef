using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.Server.Requests;

namespace RegionalNetwork.Server.Subgraph;

/// <summary>
/// Answers <c>schema/federation.graphql</c>: this API as a subgraph of Apollo Federation 2,
/// https://www.apollographql.com/docs/graphos/reference/federation/subgraph-spec.
/// </summary>
internal static class FederationResolvers
{
    /// <summary>
    /// A directive of the specification that composition (2.14) does not know yet: it takes one that is defined, drops it from
    /// the supergraph, and leaves the rule to this subgraph.
    /// </summary>
    private const string OneOf = "directive @oneOf on INPUT_OBJECT\n\n";

    public static ResolverMap AddFederation(this ResolverMap map) =>
        map.Scalar("_Any", new RepresentationCoercion())
            .Scalar("FieldSet")
            .Scalar("link__Import")
            .Query(query =>
                query.Field(
                    "_entities",
                    (EntitiesArguments a, ResolverContext context) =>
                        Entities.Find(context.Network(), a.Representations)
                )
            )
            .Abstract<object>("_Entity", Entities.TypeNameOf);

    /// <summary>What needs the whole schema, which is built with the scalars of the map.</summary>
    public static ResolverMap AddSubgraph(this ResolverMap map, Schema schema)
    {
        var subgraph = new Subgraph(schema);
        return map.Query(query => query.Field("_service", _ => subgraph)).Object<Subgraph>("_Service");
    }

    private sealed record EntitiesArguments(IReadOnlyList<Representation> Representations);

    /// <summary>Printed when it is asked for, and once: composition asks, callers do not.</summary>
    private sealed class Subgraph(Schema schema)
    {
        private readonly Lazy<string> _sdl = new(() => OneOf + SchemaPrinter.PrintWithCustomDirectives(schema));

        public string Sdl => _sdl.Value;
    }
}
