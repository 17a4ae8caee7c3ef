using System.Text;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>Each limit at its value and one past it.</summary>
public sealed class LimitTests
{
    private const string Sdl =
        "type Query { items(count: Int!): [Item]  one: Item } type Item { id: Int!  bad: Int  later: Int }";
    private const string LimitCode = "\"code\":\"LIMIT_EXCEEDED\"";

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task A_list_may_have_as_many_items_as_the_limit(int limit, bool isRefused)
    {
        var response = await Run(new ExecutionLimits { MaxListItems = limit }, "{ items(count: 3) { id } one { id } }");
        Assert.Equal(isRefused, response.Contains(LimitCode, StringComparison.Ordinal));
        Assert.Equal(isRefused, response.StartsWith("""{"data":{"items":null,"one":{""", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_result_may_have_as_many_bytes_as_the_limit(int beyond, bool isRefused)
    {
        const string Query = "{ items(count: 3000) { id } }";
        var whole = await Run(new ExecutionLimits(), Query);
        var limits = new ExecutionLimits { MaxResultBytes = Encoding.UTF8.GetByteCount(whole) - beyond };
        var response = await Run(limits, Query);
        Assert.Equal(isRefused, response.StartsWith("""{"data":null,"errors":[""", StringComparison.Ordinal));
        Assert.Equal(isRefused, response.Contains(LimitCode, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bad", 3, 3, false)]
    [InlineData("bad", 5, 4, true)]
    [InlineData("later", 3, 3, false)]
    [InlineData("later", 5, 4, true)]
    public async Task A_response_reports_as_many_errors_as_the_limit(
        string field,
        int occurring,
        int reported,
        bool saysMore
    )
    {
        var response = await Run(
            new ExecutionLimits { MaxErrors = 3 },
            $"{{ items(count: {occurring}) {{ {field} }} }}"
        );
        var errors = System.Text.Json.JsonElement.Parse(response).GetProperty("errors");
        Assert.Equal(reported, errors.GetArrayLength());
        Assert.Equal(saysMore, response.Contains("more errors than the 3", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task A_plan_may_have_as_many_fields_as_the_limit(int limit, bool isRefused)
    {
        var test = Test(new ExecutionLimits { MaxPlanFields = limit });
        var (_, result) = await test.Execute("{ one { id again: id } }", null);
        Assert.Equal(isRefused, result.IsRequestError);
    }

    [Fact]
    public void The_document_cache_keeps_what_is_read_and_drops_what_is_not()
    {
        var cache = new DocumentCache(2, 100);
        foreach (var text in new[] { "a", "b" })
        {
            cache.Add(text, Document());
        }

        Assert.NotNull(cache.Find("a"));
        cache.Add("c", Document());
        Assert.Equal(2, cache.Count);
        Assert.NotNull(cache.Find("a"));
        Assert.Null(cache.Find("b"));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 0)]
    public void The_document_cache_keeps_as_many_characters_as_the_limit(int length, int kept)
    {
        var cache = new DocumentCache(10, 5);
        cache.Add(new string('a', length), Document());
        Assert.Equal(kept, cache.Count);
        cache.Add("b", Document());
        Assert.NotNull(cache.Find("b"));
        Assert.Equal(1, cache.Count);
    }

    private static PreparedDocument Document()
    {
        var schema = SchemaBuilder.Build("type Query { one: Int }");
        var bound = SchemaBinder.Bind(schema, new ResolverMap().Query(query => query.Field("one", _ => 1)));
        return new PreparedDocument(bound, Parser.Parse("{ one }"));
    }

    private static ExecutionTest Test(ExecutionLimits limits) =>
        new(
            Sdl,
            new ResolverMap()
                .Query(query =>
                    query
                        .Field(
                            "items",
                            (ItemsArguments arguments, ResolverContext _) =>
                                Enumerable.Range(0, arguments.Count).Select(id => new Item(id))
                        )
                        .Field("one", _ => new Item(1))
                )
                .Object<Item>(
                    "Item",
                    item =>
                        item.Field("bad", int (_) => throw new GraphQLFieldException("Broken.", null))
                            .FieldAsync("later", Task<int> (_, _) => throw new GraphQLFieldException("Broken.", null))
                ),
            new ExecutorOptions { Limits = limits }
        );

    private static Task<string> Run(ExecutionLimits limits, string query) => Test(limits).Run(query);

    private sealed record Item(int Id);

    private sealed record ItemsArguments(int Count);
}
