using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Execution.Costs;

namespace RegionalNetwork.GraphQL.Tests.Execution.Costs;

public sealed class CostLimitTests
{
    private const string Sdl =
        CostTests.Directives
        + """
            type Query {
              rows(first: Int): [Row!]! @listSize(slicingArguments: ["first"])
              costly: Int @cost(weight: "100")
            }
            type Mutation { change: Int @cost(weight: "100") }
            type Row { id: Int! }
            """;

    // The query 1, the resolver 1, the rows 5.
    private const string SevenUnits = "{ rows(first: 5) { id } }";

    private int _ran;

    [Theory]
    [InlineData(7, false)]
    [InlineData(6, true)]
    public async Task An_operation_may_cost_as_much_as_the_limit(int limit, bool isRefused)
    {
        var (response, result) = await Test(limit).Execute(SevenUnits, null);
        Assert.Equal(isRefused, result.IsRequestError);
        Assert.Equal(isRefused ? 0 : 1, _ran);
        Assert.Equal(isRefused, response.Contains("\"code\":\"COST_LIMIT\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task A_known_document_is_weighed_again_with_each_request_s_variables(int first, bool isRefused)
    {
        const string Query = "query ($n: Int) { rows(first: $n) { id } }";
        var test = Test(7);
        await test.Run(Query, """{"n": 1}""");
        var (_, result) = await test.Execute(Query, $$"""{"n": {{first}}}""");
        Assert.Equal(isRefused, result.IsRequestError);
    }

    [Fact]
    public async Task The_refusal_says_cost_limit_and_what_to_do() =>
        Assert.Equal(
            """{"errors":[{"message":"The operation can cost 101 units and the limit is 100. Ask for shorter lists, """
                + """leave out lists inside lists, or send several smaller operations.","extensions":{"code":"COST_LIMIT"}}]}""",
            await Test(100).Run("{ costly }")
        );

    [Fact]
    public async Task A_mutation_that_costs_too_much_changes_nothing()
    {
        var (_, result) = await Test(100).Execute("mutation { change }", null);
        Assert.True(result.IsRequestError);
        Assert.Equal(0, _ran);
    }

    [Fact]
    public async Task The_default_limit_refuses_one_unit_more()
    {
        var test = Test(Limits.MaxOperationCostUnits);
        var most = Limits.MaxOperationCostUnits - 2;
        Assert.False((await test.Execute($"{{ rows(first: {most}) {{ id }} }}", null)).Result.IsRequestError);
        Assert.True((await test.Execute($"{{ rows(first: {most + 1}) {{ id }} }}", null)).Result.IsRequestError);
    }

    [Theory]
    [InlineData(100, """{"data":{"rows":[{"id":1}]},""")]
    [InlineData(6, """{"errors":[{"message":"The operation can cost 7 units and the limit is 6.""")]
    public async Task Who_asks_is_told_the_cost(int limit, string start)
    {
        var request = new GraphQLRequest(SevenUnits, null, null) { ReportsCost = true };
        var (response, _) = await Test(limit).Execute(request);
        Assert.StartsWith(start, response, StringComparison.Ordinal);
        Assert.EndsWith(
            ""","extensions":{"cost":{"typeCost":6,"fieldCost":1,"units":7,"limit":""" + $"{limit}}}}}}}",
            response,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_does_not_ask_is_not() =>
        Assert.Equal("""{"data":{"rows":[{"id":1}]}}""", await Test(100).Run(SevenUnits));

    [Fact]
    public async Task A_budget_is_asked_with_the_context_and_the_cost_and_may_refuse()
    {
        OperationCost asked = default;
        var test = Test(
            100,
            (context, cost) =>
            {
                asked = cost;
                return new GraphQLError($"Not for {context}.", [], null, "RATE_LIMITED");
            }
        );
        var (response, result) = await test.Execute(SevenUnits, null);
        Assert.True(result.IsRequestError);
        Assert.Equal(new OperationCost(6, 1), asked);
        Assert.Equal("""{"errors":[{"message":"Not for somebody.","extensions":{"code":"RATE_LIMITED"}}]}""", response);
        Assert.Equal(0, _ran);
    }

    [Fact]
    public async Task Lists_without_a_bound_are_an_error_where_they_stand()
    {
        var (response, result) = await Test(100).Execute("{ rows { id } }", null);
        Assert.True(result.IsRequestError);
        Assert.Equal(
            """{"errors":[{"message":"The field Query.rows needs exactly one of the arguments first, to say how much it returns.","locations":[{"line":1,"column":3}]}]}""",
            response
        );
    }

    private ExecutionTest Test(int limit) => Test(limit, null);

    private ExecutionTest Test(int limit, Func<object, OperationCost, GraphQLError?>? admit) =>
        new(
            Sdl,
            new ResolverMap()
                .Query(query =>
                    query.Field("rows", (RowsArguments _, ResolverContext _) => Rows()).Field("costly", _ => ++_ran)
                )
                .Mutation(mutation => mutation.Field("change", _ => ++_ran))
                .Object<Row>("Row"),
            new ExecutorOptions
            {
                Limits = new ExecutionLimits { MaxCostUnits = limit },
                Admit = admit,
            }
        )
        {
            Context = "somebody",
        };

    private Row[] Rows()
    {
        _ran++;
        return [new Row(1)];
    }

    private sealed record Row(int Id);

    private sealed record RowsArguments(int? First);
}
