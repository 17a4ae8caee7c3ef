using System.Collections.Immutable;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Fuzz;

/// <summary>A schema with every kind of type and an endless graph behind it, so that a document can go as deep as it likes.</summary>
internal static class FuzzSchema
{
    /// <summary>What an exception says and no answer may. No document of the conformance set has the word.</summary>
    public const string Secret = "kept-from-clients";

    public const string Sdl = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT
        directive @listSize(
          assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION
        interface Node { id: ID!  self: Node  all(first: Int = 3): [Node!] }
        type Council implements Node {
          id: ID!  self: Node  all(first: Int = 3): [Node!] @listSize(slicingArguments: ["first"])
          council: Council!  region: Region  either: Either  kind: Kind  echo(filter: Filter, on: [Int!]): String
          fails: Int  failsHard: Int!  later: Council
        }
        type Region implements Node {
          id: ID!  self: Node  all(first: Int = 3): [Node!] @listSize(slicingArguments: ["first"])
          councils: [Council!]! @listSize(assumedSize: 5)  region: Region!  kind: Kind
        }
        union Either = Council | Region
        enum Kind { UNITARY COUNTY }
        input Filter { kind: Kind = COUNTY  text: String @cost(weight: "2")  inner: Filter  any: [Filter!]  one: Choice }
        input Choice @oneOf { a: Int  b: String }
        type Query {
          council(filter: Filter): Council  region: Region  node(id: ID!): Node  either: Either
          nodes(first: Int): [Node!] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
        }
        type Mutation { change(input: Filter!): Council @cost(weight: "10") }
        """;

    private static readonly CouncilValue Council = new();
    private static readonly RegionValue Region = new();

    public static RequestExecutor Executor(ExecutorOptions options)
    {
        var map = new ResolverMap()
            .Query(query =>
                query
                    .Field("council", (CouncilArguments _, ResolverContext _) => Council)
                    .Field("region", _ => Region)
                    .Field("node", (NodeArguments a, ResolverContext _) => a.Id == "r" ? (INode)Region : Council)
                    .Field("either", _ => (object)Region)
                    .Field("nodes", (Page a, ResolverContext _) => Nodes(a.First))
            )
            .Mutation(mutation => mutation.Field("change", (ChangeArguments _, ResolverContext _) => Council))
            .Object<CouncilValue>(
                "Council",
                council =>
                    council
                        .Field("id", _ => "c")
                        .Field("self", _ => (INode)Council)
                        .Field("all", (CouncilValue _, Page a, ResolverContext _) => Nodes(a.First))
                        .Field("council", _ => Council)
                        .Field("region", _ => Region)
                        .Field("either", _ => (object)Council)
                        .Field("kind", _ => Kind.County)
                        .Field("echo", (CouncilValue _, EchoArguments a, ResolverContext _) => a.Filter?.Text)
                        .Field("fails", int? (_) => throw new InvalidOperationException(Secret))
                        .Field("failsHard", int (_) => throw new GraphQLFieldException("Fails.", "FAILS"))
                        .FieldAsync(
                            "later",
                            async (_, _) =>
                            {
                                await Task.Yield();
                                return Council;
                            }
                        )
            )
            .Object<RegionValue>(
                "Region",
                region =>
                    region
                        .Field("id", _ => "r")
                        .Field("self", _ => (INode)Region)
                        .Field("all", (RegionValue _, Page a, ResolverContext _) => Nodes(a.First))
                        .Field("councils", _ => ImmutableArray.Create(Council, Council, Council))
                        .Field("region", _ => Region)
                        .Field("kind", _ => Kind.Unitary)
            );
        var schema = SchemaBuilder.Build([new Source(Sdl, "fuzz.graphql")], map.Scalars);
        return new RequestExecutor(SchemaBinder.Bind(schema, map), options);
    }

    private static INode[] Nodes(int? first) =>
        [.. Enumerable.Range(0, Math.Clamp(first ?? 3, 0, 100)).Select(i => i % 2 == 0 ? (INode)Council : Region)];

    private interface INode;

    private sealed record CouncilValue : INode;

    private sealed record RegionValue : INode;

    private enum Kind
    {
        Unitary,
        County,
    }

    private sealed record Filter(Kind? Kind, string? Text, Filter? Inner, IReadOnlyList<Filter>? Any, Choice? One);

    private sealed record Choice(int? A, string? B);

    private sealed record CouncilArguments(Filter? Filter);

    private sealed record NodeArguments(string Id);

    private sealed record Page(int? First);

    private sealed record ChangeArguments(Filter Input);

    private sealed record EchoArguments(Filter? Filter, IReadOnlyList<int>? On);
}
