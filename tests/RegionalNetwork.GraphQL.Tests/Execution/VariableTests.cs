using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values</summary>
public sealed class VariableTests
{
    private const string Sdl = """
        type Query { find(filter: Filter): String  pick(by: By!): String  note(text: String): String }
        input Filter { name: String = "any"  years: [Int!]  status: Status  not: Filter  size: Float }
        input By @oneOf { code: ID  name: String }
        enum Status { IN_PROGRESS DONE }
        """;

    private readonly ExecutionTest _test = new(Sdl, Map());

    [Theory]
    [InlineData("""{"filter":null}""", "none")]
    [InlineData("{}", "none")]
    [InlineData("""{"filter":{}}""", "Filter { Name = any, Years = , Status = , Not = , Size =  }")]
    [InlineData(
        """{"filter":{"name":null,"years":2023}}""",
        "Filter { Name = , Years = 2023, Status = , Not = , Size =  }"
    )]
    [InlineData(
        """{"filter":{"years":[1,2],"status":"IN_PROGRESS","size":3,"not":{"name":"x"}}}""",
        "Filter { Name = any, Years = 1 2, Status = InProgress, Not = Filter { Name = x, Years = , Status = , Not = , Size =  }, Size = 3 }"
    )]
    public async Task Input_objects_become_records(string variables, string found) =>
        Assert.Equal(
            $$$"""{"data":{"find":"{{{found}}}"}}""",
            await _test.Run("query ($filter: Filter) { find(filter: $filter) }", variables)
        );

    [Theory]
    [InlineData("{}", "not given")]
    [InlineData("""{"text":null}""", "null")]
    [InlineData("""{"text":"a"}""", "a")]
    public async Task Optional_tells_absent_from_null(string variables, string note) =>
        Assert.Equal(
            $$$"""{"data":{"note":"{{{note}}}"}}""",
            await _test.Run("query ($text: String) { note(text: $text) }", variables)
        );

    [Theory]
    [InlineData(
        """{"filter":{"years":[1,"x"]}}""",
        """Variable "$filter" got invalid value "x" at "filter.years[1]"; Int cannot represent non-integer value: "x" """
    )]
    [InlineData(
        """{"filter":{"not":{"status":"IN_PROGRES"}}}""",
        """Variable "$filter" got invalid value "IN_PROGRES" at "filter.not.status"; Value "IN_PROGRES" does not exist in "Status" enum. Did you mean the enum value "IN_PROGRESS"? """
    )]
    [InlineData(
        """{"filter":{"nam":"x"}}""",
        """Variable "$filter" got invalid value { nam: "x" }; Field "nam" is not defined by type "Filter". Did you mean "name" or "not"? """
    )]
    [InlineData(
        """{"filter":3}""",
        """Variable "$filter" got invalid value 3; Expected type "Filter" to be an object. """
    )]
    [InlineData(
        """{"filter":{"status":true}}""",
        """Variable "$filter" got invalid value true at "filter.status"; Enum "Status" cannot represent non-string value: true. """
    )]
    [InlineData(
        """{"filter":{"status":["DONE"]}}""",
        """Variable "$filter" got invalid value ["DONE"] at "filter.status"; Enum "Status" cannot represent non-string value: ["DONE"]. Did you mean the enum value "DONE"? """
    )]
    [InlineData("[]", "Variables must be a JSON object. ")]
    public async Task Variables_that_do_not_fit_are_a_request_error(string variables, string message)
    {
        var (response, result) = await _test.Execute("query ($filter: Filter) { find(filter: $filter) }", variables);
        Assert.True(result.IsRequestError);
        var errors = System.Text.Json.JsonElement.Parse(response).GetProperty("errors");
        Assert.Equal(message.Trim(), errors[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"by":{"code":"E1"}}""", """{"data":{"pick":"code E1"}}""")]
    [InlineData("""{"by":{"name":null}}""", "must be non-null")]
    [InlineData("""{"by":{"name":"a","code":"b"}}""", "Exactly one key must be specified for OneOf type")]
    public async Task OneOf_input_takes_exactly_one_value(string variables, string expected) =>
        Assert.Contains(
            expected,
            await _test.Run("query ($by: By!) { pick(by: $by) }", variables),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Variables_may_have_as_many_bytes_as_the_limit(int beyond, bool isRefused)
    {
        const string Variables = """{"text":"abc"}""";
        var limits = new ExecutionLimits { MaxVariablesBytes = Variables.Length - beyond };
        var test = new ExecutionTest(Sdl, Map(), new ExecutorOptions { Limits = limits });
        var (_, result) = await test.Execute("query ($text: String) { note(text: $text) }", Variables);
        Assert.Equal(isRefused, result.IsRequestError);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public async Task Variables_may_be_nested_as_deep_as_the_limit(int levels, bool isRefused)
    {
        var limits = new ExecutionLimits { MaxVariablesDepth = levels };
        var test = new ExecutionTest(Sdl, Map(), new ExecutorOptions { Limits = limits });
        var (_, result) = await test.Execute(
            "query ($filter: Filter) { find(filter: $filter) }",
            """{"filter":{"years":[1]}}"""
        );
        Assert.Equal(isRefused, result.IsRequestError);
    }

    private static ResolverMap Map() =>
        new ResolverMap().Query(query =>
            query
                .Field("find", (FindArguments arguments, ResolverContext _) => arguments.Filter?.ToString() ?? "none")
                .Field(
                    "pick",
                    (PickArguments arguments, ResolverContext _) =>
                        arguments.By.Code is { } code ? $"code {code}" : $"name {arguments.By.Name}"
                )
                .Field(
                    "note",
                    (NoteArguments arguments, ResolverContext _) =>
                        arguments.Text.IsGiven ? arguments.Text.Value ?? "null" : "not given"
                )
        );

    private enum Status
    {
        InProgress,
        Done,
    }

    private sealed record Filter(string? Name, IReadOnlyList<int>? Years, Status? Status, Filter? Not, decimal? Size)
    {
        public override string ToString() =>
            $"Filter {{ Name = {Name}, Years = {string.Join(' ', Years ?? [])}, Status = {Status}, Not = {Not}, Size = {Size} }}";
    }

    private sealed record By(string? Code, string? Name);

    private sealed record FindArguments(Filter? Filter);

    private sealed record PickArguments(By By);

    private sealed record NoteArguments(Optional<string?> Text);
}
