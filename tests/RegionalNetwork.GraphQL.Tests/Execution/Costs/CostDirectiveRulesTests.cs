using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Execution.Costs;

/// <summary>https://ibm.github.io/graphql-specs/cost-spec.html#sec-Validation</summary>
public sealed class CostDirectiveRulesTests
{
    [Theory]
    [InlineData("""a: Int @cost(weight: "1.5e2")""")]
    [InlineData("""a(first: Int!): [Int] @listSize(slicingArguments: ["first"])""")]
    [InlineData(
        """a(first: Int): [Int] @listSize(slicingArguments: ["first"], assumedSize: 3, requireOneSlicingArgument: false)"""
    )]
    [InlineData("""a: Inner @listSize(assumedSize: 3, sizedFields: ["list"])""")]
    [InlineData("""a(ids: [ID!]!): [Int] @listSize(slicingArguments: ["ids"])""")]
    public void Directives_that_say_something_are_accepted(string field) => Assert.Empty(Faults(field));

    [Theory]
    [InlineData("""a: Int @cost(weight: "much")""", "must be a number")]
    [InlineData("""a: Int @cost(weight: "Infinity")""", "must be a number")]
    [InlineData("""a(b: Int @cost(weight: "")): Int""", "must be a number")]
    [InlineData("a: Int @listSize(assumedSize: 3)", "returns no list")]
    [InlineData("a: [Int] @listSize(assumedSize: -1)", "cannot be negative")]
    [InlineData("""a: Inner @listSize(assumedSize: 3, sizedFields: ["one"])""", "no field one that returns a list")]
    [InlineData("""a: Inner @listSize(assumedSize: 3, sizedFields: ["none"])""", "no field none that returns a list")]
    [InlineData("""a: [Int] @listSize(slicingArguments: ["first"])""", "no argument first")]
    [InlineData("""a(first: String): [Int] @listSize(slicingArguments: ["first"])""", "no argument first")]
    [InlineData("""a(first: Int): [Int] @listSize(slicingArguments: ["first"], assumedSize: 3)""", "never count")]
    [InlineData(
        """a(first: Int = 2): [Int] @listSize(slicingArguments: ["first"], assumedSize: 3, requireOneSlicingArgument: false)""",
        "never count"
    )]
    public void Directives_that_contradict_the_schema_are_reported(string field, string expected) =>
        Assert.Contains(expected, Assert.Single(Faults(field)), StringComparison.Ordinal);

    [Fact]
    public void A_weight_on_a_field_of_an_interface_is_reported() =>
        Assert.Contains(
            "cannot stand on Face.a",
            Assert.Single(Faults("""a: Int } interface Face { a: Int @cost(weight: "1")""")),
            StringComparison.Ordinal
        );

    private static IEnumerable<string> Faults(string field)
    {
        try
        {
            SchemaBuilder.Build(
                $"{CostTests.Directives} type Query {{ {field} }} type Inner {{ one: Int  list: [Int] }}"
            );
            return [];
        }
        catch (SchemaException exception)
        {
            return exception.Faults.Select(fault => fault.Message);
        }
    }
}
