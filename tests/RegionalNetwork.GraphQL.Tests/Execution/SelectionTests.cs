using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.GraphQL.Tests.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Field-Collection</summary>
public sealed class SelectionTests
{
    private const string Sdl = """
        type Query { me: Member!  all: [Member!]!  found: [Found!]! }
        interface Member { name: String!  peer: Member }
        type Council implements Member { name: String!  peer: Member  code: String! }
        type Person implements Member { name: String!  peer: Member  role: String! }
        union Found = Council | Person
        """;

    private static readonly Council Wolverhampton = new("Wolverhampton", "E08000031", null);
    private static readonly Person Lead = new("Lead", "PSW", Wolverhampton);

    private readonly ExecutionTest _test = new(Sdl, Map());

    [Fact]
    public async Task Same_fields_merge_where_the_first_one_stands() =>
        Assert.Equal(
            """{"data":{"me":{"name":"Lead","peer":{"name":"Wolverhampton","peer":null}}}}""",
            await _test.Run(
                "{ me { name peer { name } ...M } me { name } } fragment M on Member { name peer { peer { name } } }"
            )
        );

    [Fact]
    public async Task Fragments_apply_by_the_type_of_each_value() =>
        Assert.Equal(
            """{"data":{"all":[{"__typename":"Council","name":"Wolverhampton","code":"E08000031"},{"__typename":"Person","name":"Lead","role":"PSW"}]}}""",
            await _test.Run("{ all { __typename name ... on Council { code } ...P } } fragment P on Person { role }")
        );

    [Fact]
    public async Task Union_members_are_told_apart_by_their_C_sharp_type() =>
        Assert.Equal(
            """{"data":{"found":[{"role":"PSW"},{"code":"E08000031"}]}}""",
            await _test.Run("{ found { ... on Council { code } ... on Person { role } } }")
        );

    [Theory]
    [InlineData(
        "{ me { name @skip(if: true) a: name @include(if: true) b: name @include(if: false) } }",
        """{"a":"Lead"}"""
    )]
    [InlineData("{ me { name @skip(if: true) } }", "{}")]
    [InlineData(
        "{ me { ... @skip(if: true) { name } ...N @include(if: true) } } fragment N on Member { n: name }",
        """{"n":"Lead"}"""
    )]
    public async Task Constant_conditions_are_obeyed(string query, string me) =>
        Assert.Equal($$$"""{"data":{"me":{{{me}}}}}""", await _test.Run(query));

    [Theory]
    [InlineData("""{"x":true,"y":false}""", """{"a":"Lead"}""")]
    [InlineData("""{"x":false,"y":true}""", """{"b":"Lead","a":"Lead"}""")]
    [InlineData("""{"x":true,"y":true}""", """{"a":"Lead","b":"Lead"}""")]
    [InlineData("""{"x":false,"y":false}""", """{"a":"Lead"}""")]
    public async Task Variable_conditions_decide_for_each_request_and_keep_the_order(string variables, string me) =>
        Assert.Equal(
            $$$"""{"data":{"me":{{{me}}}}}""",
            await _test.Run(
                "query ($x: Boolean!, $y: Boolean!) { me { a: name @include(if: $x) b: name @include(if: $y) a: name } }",
                variables
            )
        );

    [Theory]
    [InlineData("@include(if: $x)")]
    [InlineData("@skip(if: $x)")]
    [InlineData("@skip(if: false) @include(if: $x)")]
    public async Task Condition_that_is_given_null_is_an_error_of_the_field_whose_selections_it_is_in(string condition)
    {
        var response = await _test.Run(
            $"query ($x: Boolean = true) {{ me {{ name peer {{ name @include(if: true) ... {condition} {{ a: name }} }} }} }}",
            """{"x":null}"""
        );
        Assert.StartsWith(
            """{"data":{"me":{"name":"Lead","peer":null}},"errors":[{"message":"Argument \"if\" of non-null type \"Boolean!\" must not be null.","locations":[""",
            response,
            StringComparison.Ordinal
        );
        Assert.EndsWith(""","path":["me","peer"]}]}""", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Condition_that_is_given_null_at_the_root_leaves_no_data() =>
        Assert.Equal(
            """{"data":null,"errors":[{"message":"Argument \"if\" of non-null type \"Boolean!\" must not be null.","locations":[{"line":1,"column":46}]}]}""",
            await _test.Run("query ($x: Boolean = true) { me @include(if: $x) { name } }", """{"x":null}""")
        );

    [Theory]
    [InlineData("name @skip(if: true) @include(if: $x)")]
    [InlineData("... @include(if: false) { peer { name @include(if: $x) } }")]
    [InlineData("... on Council { peer { name @include(if: $x) } }")]
    [InlineData("...Nothing ...Nothing @include(if: $x)")]
    public async Task Condition_that_is_given_null_where_nothing_is_selected_is_no_error(string selection) =>
        Assert.Equal(
            """{"data":{"me":{}}}""",
            await ExecutionTest
                .Unvalidated(Sdl, Map())
                .Run(
                    $"query ($x: Boolean = true) {{ me {{ {selection} }} }} fragment Nothing on Member {{ name @skip(if: true) }}",
                    """{"x":null}"""
                )
        );

    [Fact]
    public async Task Plan_of_a_false_condition_does_not_serve_one_that_is_given_null()
    {
        const string Query = "query ($x: Boolean = true) { me { name peer { name @include(if: $x) } } }";
        Assert.Equal("""{"data":{"me":{"name":"Lead","peer":{}}}}""", await _test.Run(Query, """{"x":false}"""));
        Assert.Contains("must not be null", await _test.Run(Query, """{"x":null}"""), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"me":{"name":"Lead","peer":{}}}}""", await _test.Run(Query, """{"x":false}"""));
    }

    [Fact]
    public async Task Fragments_used_everywhere_do_not_multiply_the_plan()
    {
        const int Levels = 60;
        var fragments = Enumerable
            .Range(0, Levels)
            .Select(i => $"fragment F{i} on Member {{ name a: peer {{ ...F{i + 1} }} b: peer {{ ...F{i + 1} }} }}");
        var query = $"{{ me {{ ...F0 }} }} {string.Join('\n', fragments)} fragment F{Levels} on Member {{ name }}";
        Assert.StartsWith(
            """{"data":{"me":{"name":"Lead","a":{"name":"Wolverhampton",""",
            await ExecutionTest
                .Unvalidated(Sdl, Map(), new ExecutionLimits { MaxCostUnits = double.PositiveInfinity })
                .Run(query)
        );
    }

    [Fact]
    public async Task Fragments_used_everywhere_are_counted_each_time_in_the_cost()
    {
        var fragments = Enumerable
            .Range(0, 60)
            .Select(i => $"fragment F{i} on Member {{ name a: peer {{ ...F{i + 1} }} b: peer {{ ...F{i + 1} }} }}");
        var query = $"{{ me {{ ...F0 }} }} {string.Join('\n', fragments)} fragment F60 on Member {{ name }}";
        Assert.Contains(
            "\"code\":\"COST_LIMIT\"",
            await ExecutionTest.Unvalidated(Sdl, Map(), new ExecutionLimits()).Run(query),
            StringComparison.Ordinal
        );
    }

    private static ResolverMap Map() =>
        new ResolverMap()
            .Query(query =>
                query
                    .Field("me", _ => (IMember)Lead)
                    .Field("all", _ => new IMember[] { Wolverhampton, Lead })
                    .Field("found", _ => new List<object> { Lead, Wolverhampton })
            )
            .Object<Council>("Council")
            .Object<Person>("Person");

    private interface IMember
    {
        string Name { get; }
    }

    private sealed record Council(string Name, string Code, IMember? Peer) : IMember;

    private sealed record Person(string Name, string Role, IMember? Peer) : IMember;
}
