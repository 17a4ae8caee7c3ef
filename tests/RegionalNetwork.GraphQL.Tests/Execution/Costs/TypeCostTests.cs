namespace RegionalNetwork.GraphQL.Tests.Execution.Costs;

public sealed class TypeCostTests : CostTests
{
    private const string Sdl = """
        interface Named { name: String }
        type Council implements Named @cost(weight: "3") { name: String  region: Region  tags: [Tag!] @listSize(assumedSize: 4) }
        type Region implements Named { name: String  councils: [Council!] @listSize(assumedSize: 17)  grid: [[Int!]!] @listSize(assumedSize: 2) }
        scalar Tag @cost(weight: "0.5")
        union Either = Council | Region
        type Query {
          council: Council
          regions: [Region!]! @listSize(assumedSize: 9)
          unsized: [Region!]!
          named: [Named!]! @listSize(assumedSize: 2)
          either: Either
        }
        """;

    [Theory]
    [InlineData("{ __typename }", 1)]
    [InlineData("{ council { name } }", 1 + 3)]
    [InlineData("{ council { tags } }", 1 + 3 + (4 * 0.5))]
    [InlineData("{ regions { name } }", 1 + 9)]
    [InlineData("{ regions { councils { name } } }", 1 + 9 + (9 * 17 * 3))]
    [InlineData("{ unsized { name } }", 1 + Limits.AssumedListItems)]
    [InlineData("{ named { name } }", 1 + (2 * 3))]
    [InlineData("{ named { ... on Region { councils { name } } } }", 1 + (2 * (1 + (17 * 3))))]
    [InlineData("{ either { ... on Region { name } } }", 1 + 3)]
    public void Values_count_by_weight_and_the_dearest_type_of_several(string document, double expected) =>
        Assert.Equal(expected, Cost(Sdl, document).TypeCost);

    [Fact]
    public void Introspection_costs_by_the_size_of_the_schema()
    {
        var types = Cost(Sdl, "{ __schema { types { name } } }");
        var names = Cost(Sdl, "{ __schema { queryType { name } } }");
        Assert.InRange(types.TypeCost, 1 + (15 * 0.1), 1 + (40 * 0.1));
        Assert.Equal(1.2, names.TypeCost, 6);
    }
}
