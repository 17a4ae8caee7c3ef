using RegionalNetwork.GraphQL.Execution.Costs;

namespace RegionalNetwork.GraphQL.Tests.Execution.Costs;

public sealed class ListSizeTests : CostTests
{
    private const string Sdl = """
        type Item { code: String  items(first: Int! = 7): [Item!] @listSize(slicingArguments: ["first"]) }
        type Edge { node: Item }
        type Connection { edges: [Edge!]  nodes: [Item!]  total: Int }
        type Query {
          items(first: Int, last: Int): [Item!] @listSize(slicingArguments: ["first", "last"])
          backup(first: Int, last: Int): [Item!]
            @listSize(slicingArguments: ["first", "last"], assumedSize: 20, requireOneSlicingArgument: false)
          usual(first: Int! = 20, last: Int): [Item!] @listSize(slicingArguments: ["first", "last"])
          connection(first: Int, last: Int): Connection
            @listSize(slicingArguments: ["first", "last"], sizedFields: ["edges", "nodes"])
          byId(ids: [ID!]): [Item] @listSize(slicingArguments: ["ids"], assumedSize: 9, requireOneSlicingArgument: false)
          fixed: Connection @listSize(assumedSize: 6, sizedFields: ["edges"])
        }
        """;

    [Theory]
    [InlineData("{ items(first: 5) { code } }", 5)]
    [InlineData("{ items(last: 5) { code } }", 5)]
    [InlineData("{ items(first: 0) { code } }", 0)]
    [InlineData("{ items(first: -5) { code } }", 0)]
    [InlineData("{ backup { code } }", 20)]
    [InlineData("{ backup(first: 3, last: 4) { code } }", 4)]
    [InlineData("{ usual { code } }", 20)]
    [InlineData("{ usual(last: 3) { code } }", 3)]
    [InlineData("{ items(first: 5) { items { code } } }", 5 + (5 * 7))]
    [InlineData("{ connection(first: 5) { total } }", 1)]
    [InlineData("{ connection(first: 5) { edges { node { code } } } }", 1 + 5 + 5)]
    [InlineData("{ connection(last: 5) { nodes { code } } }", 1 + 5)]
    [InlineData("""{ byId(ids: ["a", "b", "b"]) { code } }""", 3)]
    [InlineData("""{ byId(ids: "a") { code } }""", 1)]
    [InlineData("{ byId(ids: []) { code } }", 0)]
    [InlineData("{ byId(ids: null) { code } }", 9)]
    [InlineData("{ byId { code } }", 9)]
    [InlineData("{ fixed { edges { node { code } } nodes { code } } }", 1 + 6 + 6 + Limits.AssumedListItems)]
    public void A_list_is_as_long_as_its_directive_and_arguments_say(string document, double values) =>
        Assert.Equal(1 + values, Cost(Sdl, document).TypeCost);

    [Theory]
    [InlineData("""{"count": 5}""", 5)]
    [InlineData("""{"count": 2147483647}""", 2147483647)]
    public void A_variable_sizes_a_list_for_each_request(string variables, double values)
    {
        const string Document = "query ($count: Int) { items(first: $count) { code } }";
        Assert.Equal(1 + values, Cost(Sdl, Document, variables).TypeCost);
    }

    [Theory]
    [InlineData("""{"ids": ["a", "b"]}""", 2)]
    [InlineData("""{"ids": "a"}""", 1)]
    [InlineData("""{"ids": []}""", 0)]
    [InlineData("""{"ids": null}""", 9)]
    [InlineData("{}", 9)]
    public void A_variable_that_is_a_list_sizes_a_list_by_its_length(string variables, double values)
    {
        const string Document = "query ($ids: [ID!]) { byId(ids: $ids) { code } }";
        Assert.Equal(1 + values, Cost(Sdl, Document, variables).TypeCost);
    }

    [Fact]
    public void One_program_serves_every_value_of_the_variables()
    {
        const string Document =
            "query ($a: Int = 2, $b: Int! = 3) { connection(last: $a) { edges { node { items(first: $b) { code } } } } }";
        Assert.Equal(1 + 1 + 2 + 2 + (2 * 3), Cost(Sdl, Document).TypeCost);
        Assert.Equal(1 + 1 + 4 + 4 + (4 * 5), Cost(Sdl, Document, """{"a": 4, "b": 5}""").TypeCost);
        Assert.False(Compile(Sdl, Document, null, out _).IsConstant);
    }

    [Fact]
    public void A_document_without_variables_in_sizes_is_summed_up_when_it_is_compiled() =>
        Assert.True(
            Compile(Sdl, "{ connection(first: 5) { edges { node { items { code } } } } }", null, out _).IsConstant
        );

    [Fact]
    public void The_same_selections_under_two_sizes_are_told_apart() =>
        Assert.Equal(
            1 + (1 + 2) + (1 + 5),
            Cost(
                Sdl,
                """
                { a: connection(first: 2) { ...nodes } b: connection(first: 5) { ...nodes } }
                fragment nodes on Connection { nodes { code } }
                """
            ).TypeCost
        );

    [Theory]
    [InlineData("{ items { code } }", null)]
    [InlineData("{ items(first: null) { code } }", null)]
    [InlineData("{ items(first: 1, last: 1) { code } }", null)]
    [InlineData("{ connection { total } }", null)]
    [InlineData("query ($n: Int) { items(first: $n) { code } }", "{}")]
    [InlineData("query ($n: Int) { items(first: $n) { code } }", """{"n": null}""")]
    [InlineData("query ($n: Int) { items(first: $n, last: 2) { code } }", """{"n": 1}""")]
    public void None_or_several_slicing_arguments_are_refused_where_one_is_required(string document, string? variables)
    {
        var refusal = Assert.Throws<SlicingArgumentException>(() => Cost(Sdl, document, variables));
        Assert.Contains("needs exactly one of the arguments first, last", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_selections_of_abstract_types_are_evaluated_once_each()
    {
        const int Levels = 20;
        const string Abstract = """
            interface Node { next(first: Int): Node  items(first: Int): [Node!] @listSize(slicingArguments: ["first"]) }
            type A implements Node { next(first: Int): Node  items(first: Int): [Node!] @listSize(slicingArguments: ["first"]) }
            type B implements Node { next(first: Int): Node  items(first: Int): [Node!] @listSize(slicingArguments: ["first"]) }
            type C implements Node { next(first: Int): Node  items(first: Int): [Node!] @listSize(slicingArguments: ["first"]) }
            type Query { start: Node }
            """;
        var inner =
            string.Concat(Enumerable.Repeat("next { ", Levels))
            + "items(first: $n) { __typename }"
            + new string('}', Levels);
        // Three types at each level: laid out as a tree there would be three to the power of twenty paths.
        var cost = Cost(Abstract, $"query ($n: Int) {{ start {{ {inner} }} }}", """{"n": 4}""");
        Assert.Equal(1 + 1 + Levels + 4, cost.TypeCost);
    }
}
