using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.GraphQL.Tests.Execution;

public sealed class QueryTests
{
    private const string Sdl = """
        type Query {
          council(code: ID!): Council
          councils(first: Int = 2): [Council!]!
        }
        type Council {
          code: ID!
          name: String!
          population: Int
          rate: Float
          region: Region
          priorities(year: Int!, status: Status): [String!]!
        }
        enum Region { WEST_MIDLANDS SOUTH_EAST }
        enum Status { IN_PROGRESS DONE }
        """;

    private static readonly Council[] Councils =
    [
        new("E08000031", "Wolverhampton", 263_700, 1.5, Region.WestMidlands),
        new("E08000025", "Birmingham \"Brum\"", null, null, null),
        new("E06000036", "Bracknell\nForest", 1, -0.25, Region.SouthEast),
    ];

    private readonly ExecutionTest _test = new(
        Sdl,
        new ResolverMap()
            .Query(query =>
                query
                    .Field("council", (CodeArguments arguments, ResolverContext _) => Find(arguments.Code))
                    .Field(
                        "councils",
                        (PageArguments arguments, ResolverContext _) => Councils.Take(arguments.First ?? 0)
                    )
            )
            .Object<Council>(
                "Council",
                council =>
                    council.Field(
                        "priorities",
                        (Council parent, PriorityArguments arguments, ResolverContext _) =>
                            new[] { $"{parent.Name} {arguments.Year} {arguments.Status?.ToString() ?? "any"}" }
                    )
            )
    );

    [Fact]
    public async Task Fields_are_answered_by_properties_and_resolvers_in_the_order_asked() =>
        Assert.Equal(
            """{"data":{"council":{"name":"Wolverhampton","id":"E08000031","population":263700,"rate":1.5,"region":"WEST_MIDLANDS","__typename":"Council"}}}""",
            await _test.Run("""{ council(code: "E08000031") { name id: code population rate region __typename } }""")
        );

    [Fact]
    public async Task Nulls_and_text_that_needs_escaping_are_written_as_JSON() =>
        Assert.Equal(
            """{"data":{"councils":[{"name":"Wolverhampton","region":"WEST_MIDLANDS"},{"name":"Birmingham \"Brum\"","region":null},{"name":"Bracknell\nForest","region":"SOUTH_EAST"}]}}""",
            await _test.Run("{ councils(first: 3) { name region } }")
        );

    [Fact]
    public async Task Arguments_come_from_literals_variables_and_defaults() =>
        Assert.Equal(
            """{"data":{"councils":[{"priorities":["Wolverhampton 2023 InProgress"],"all":["Wolverhampton 2022 any"]},{"priorities":["Birmingham \"Brum\" 2023 InProgress"],"all":["Birmingham \"Brum\" 2022 any"]}]}}""",
            await _test.Run(
                "query ($year: Int!) { councils { priorities(year: $year, status: IN_PROGRESS) all: priorities(year: 2022) } }",
                """{"year":2023}"""
            )
        );

    private static Council? Find(string code) => Array.Find(Councils, council => council.Code == code);

    private enum Region
    {
        WestMidlands,
        SouthEast,
    }

    private enum Status
    {
        InProgress,
        Done,
    }

    private sealed record Council(string Code, string Name, int? Population, double? Rate, Region? Region);

    private sealed record CodeArguments(string Code);

    private sealed record PageArguments(int? First);

    private sealed record PriorityArguments(int Year, Status? Status);
}
