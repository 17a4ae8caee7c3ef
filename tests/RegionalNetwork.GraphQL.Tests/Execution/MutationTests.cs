using RegionalNetwork.GraphQL.Binding;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Mutation</summary>
public sealed class MutationTests
{
    private readonly TaskCompletionSource<int> _started = new();
    private readonly List<string> _log = [];
    private readonly ExecutionTest _test;

    public MutationTests()
    {
        _test = new ExecutionTest(
            """
            type Query { a: Int  b: Int }
            type Mutation { set(value: Int!): Int  fail: Int!  now: Int }
            """,
            new ResolverMap()
                .Query(query =>
                    query
                        .FieldAsync("a", async _ => await _started.Task.WaitAsync(TimeSpan.FromSeconds(10)))
                        .FieldAsync(
                            "b",
                            _ =>
                            {
                                _started.SetResult(1);
                                return Task.FromResult(2);
                            }
                        )
                )
                .Mutation(mutation =>
                    mutation
                        .FieldAsync(
                            "set",
                            async (SetArguments a, ResolverContext _) => await Step($"{a.Value}") + a.Value
                        )
                        .Field("fail", int? (_) => null)
                        .Field("now", _ => _log.Count)
                )
        );
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_run_one_after_the_other()
    {
        Assert.Equal(
            """{"data":{"x":1,"now":2,"y":2,"z":3}}""",
            await _test.Run("mutation { x: set(value: 1) now y: set(value: 2) z: set(value: 3) }")
        );
        Assert.Equal(["1 starts", "1 ends", "2 starts", "2 ends", "3 starts", "3 ends"], _log);
    }

    [Fact]
    public async Task Root_fields_of_a_query_start_together_and_are_written_in_order() =>
        Assert.Equal("""{"data":{"a":1,"b":2}}""", await _test.Run("{ a b }"));

    [Fact]
    public async Task Null_for_a_non_null_root_field_stops_the_ones_after_it()
    {
        Assert.StartsWith(
            """{"data":null,"errors":[{""",
            await _test.Run("mutation { x: set(value: 1) fail y: set(value: 2) }")
        );
        Assert.Equal(["1 starts", "1 ends"], _log);
    }

    private async Task<int> Step(string name)
    {
        _log.Add($"{name} starts");
        await Task.Yield();
        _log.Add($"{name} ends");

        return 0;
    }

    private sealed record SetArguments(int Value);
}
