namespace RegionalNetwork.GraphQL.Tests.Execution.Costs;

/// <summary>Numbers of https://ibm.github.io/graphql-specs/cost-spec.html, its own examples first.</summary>
public sealed class FieldCostTests : CostTests
{
    [Fact]
    public void The_example_of_the_introduction_costs_what_it_says() =>
        Assert.Equal(
            11,
            Cost(
                """
                type User { name: String  age: Int @cost(weight: "2.0") }
                type Query { users(max: Int): [User] @listSize(slicingArguments: ["max"]) }
                """,
                "query Example { users(max: 5) { age } }"
            ).FieldCost
        );

    private const string Products = """
        enum Approximate { CLOSE }
        input Filter { approx: Approximate @cost(weight: "-12.0")  exact: Boolean }
        type Product { name: String }
        directive @approx(tolerance: Float! @cost(weight: "-1.0")) on FIELD
        type Query {
          topProducts(filter: Filter @cost(weight: "15.0")): [String] @cost(weight: "5.0") @listSize(assumedSize: 10)
          mostPopular(approx: Approximate @cost(weight: "-3.0")): Product @cost(weight: "5.0")
          cheap(approx: Approximate @cost(weight: "-3.0")): Int @cost(weight: "1")
        }
        """;

    [Theory]
    [InlineData("{ topProducts }", 5)]
    [InlineData("{ topProducts(filter: { exact: true }) }", 20)]
    [InlineData("{ topProducts(filter: { approx: CLOSE }) }", 8)]
    [InlineData("{ mostPopular { name } }", 5)]
    [InlineData("{ mostPopular(approx: CLOSE) { name } }", 2)]
    [InlineData("{ mostPopular @approx(tolerance: 0.1) { name } }", 4)]
    [InlineData("{ cheap(approx: CLOSE) }", 0)]
    [InlineData("{ cheap(approx: CLOSE) mostPopular { name } }", 5)]
    public void Weights_of_arguments_add_to_their_field_but_never_below_zero(string document, double expected) =>
        Assert.Equal(expected, Cost(Products, document).FieldCost);

    [Theory]
    [InlineData("""{"filter": {"approx": "CLOSE"}}""", 8)]
    [InlineData("""{"filter": {"exact": true}}""", 20)]
    [InlineData("""{"filter": null}""", 20)]
    [InlineData("{}", 5)]
    public void Variables_weigh_what_they_give(string variables, double expected) =>
        Assert.Equal(
            expected,
            Cost(Products, "query ($filter: Filter) { topProducts(filter: $filter) }", variables).FieldCost
        );

    [Theory]
    [InlineData("""{"approx": "CLOSE"}""", 8)]
    [InlineData("{}", 20)]
    public void Variables_inside_a_literal_weigh_what_they_give(string variables, double expected) =>
        Assert.Equal(
            expected,
            Cost(
                Products,
                "query ($approx: Approximate) { topProducts(filter: { approx: $approx }) }",
                variables
            ).FieldCost
        );

    [Fact]
    public void Input_objects_in_lists_weigh_one_by_one()
    {
        const string Sdl = """
            input Item { code: String @cost(weight: "2")  inner: Item }
            type Query { sum(items: [Item!]): Int }
            """;
        // The argument 1, the codes 2 each, the inner object 1.
        const double Expected = 1 + 2 + 1 + 2;
        const string Items = """[{ inner: { code: "a" } }, { code: "b" }]""";
        Assert.Equal(Expected, Cost(Sdl, $"{{ sum(items: {Items}) }}").FieldCost);
        var variables = """{"items": [{"inner": {"code": "a"}}, {"code": "b"}]}""";
        Assert.Equal(Expected, Cost(Sdl, "query ($items: [Item!]) { sum(items: $items) }", variables).FieldCost);
    }

    [Fact]
    public void A_field_selected_twice_costs_once() =>
        Assert.Equal(
            Cost(Products, "{ mostPopular { name } }"),
            Cost(
                Products,
                "{ mostPopular { name } ...again mostPopular { name } } fragment again on Query { mostPopular { name } }"
            )
        );

    [Theory]
    [InlineData("""{"with": true}""", 5)]
    [InlineData("""{"with": false}""", 0)]
    public void What_is_left_out_costs_nothing(string variables, double expected) =>
        Assert.Equal(
            expected,
            Cost(
                Products,
                "query ($with: Boolean!) { __typename mostPopular @include(if: $with) { name } }",
                variables
            ).FieldCost
        );
}
