using System.Text.Json;

namespace RegionalNetwork.GraphQL.Tests.SpecExamples;

/// <summary>
/// The tables of input coercion in https://spec.graphql.org/September2025/#sec-Type-System: the literal, the variables and what
/// a resolver sees; "error" where the request or the field has one.
/// </summary>
public sealed class InputCoercionExamples
{
    private const string Sdl = """
        type Query {
          list(arg: [Int]): String  nested(arg: [[Int]]): String  object(arg: ExampleInputObject): String
          oneOf(arg: ExampleOneOfInputObject): String
        }
        input ExampleInputObject { a: String  b: Int! }
        input ExampleOneOfInputObject @oneOf { a: String  b: Int }
        """;

    /// <summary>https://spec.graphql.org/September2025/#sec-List.Input-Coercion</summary>
    [Theory]
    [InlineData("list", "[1, 2, 3]", "[1,2,3]")]
    [InlineData("list", "[1, \"b\", true]", "error")]
    [InlineData("list", "1", "[1]")]
    [InlineData("list", "null", "null")]
    [InlineData("nested", "[[1], [2, 3]]", "[[1],[2,3]]")]
    [InlineData("nested", "[1, 2, 3]", "[[1],[2],[3]]")]
    [InlineData("nested", "[1, null, 3]", "[[1],null,[3]]")]
    [InlineData("nested", "[[1], [\"b\"]]", "error")]
    [InlineData("nested", "1", "[[1]]")]
    [InlineData("nested", "null", "null")]
    public async Task Lists(string field, string value, string seen)
    {
        Assert.Equal(seen, await Seen(field, value, "", "{}"));
        var type = field == "list" ? "[Int]" : "[[Int]]";
        Assert.Equal(seen, await Seen(field, "$var", $"($var: {type})", $$"""{"var":{{value}}}"""));
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects.Input-Coercion</summary>
    [Theory]
    [InlineData("{ a: \"abc\", b: 123 }", "", "{}", "{a:\"abc\",b:123}")]
    [InlineData("{ a: null, b: 123 }", "", "{}", "{a:null,b:123}")]
    [InlineData("{ b: 123 }", "", "{}", "{b:123}")]
    [InlineData("{ a: $var, b: 123 }", "($var: String)", """{"var":null}""", "{a:null,b:123}")]
    [InlineData("{ a: $var, b: 123 }", "($var: String)", "{}", "{b:123}")]
    [InlineData("{ b: $var }", "($var: Int!)", """{"var":123}""", "{b:123}")]
    [InlineData("$var", "($var: ExampleInputObject)", """{"var":{"b":123}}""", "{b:123}")]
    [InlineData("\"abc123\"", "", "{}", "error")]
    [InlineData("$var", "($var: ExampleInputObject)", """{"var":"abc123"}""", "error")]
    [InlineData("{ a: \"abc\", b: \"123\" }", "", "{}", "error")]
    [InlineData("{ a: \"abc\" }", "", "{}", "error")]
    [InlineData("{ b: $var }", "($var: Int!)", "{}", "error")]
    [InlineData("$var", "($var: ExampleInputObject)", """{"var":{"a":"abc"}}""", "error")]
    [InlineData("{ a: \"abc\", b: null }", "", "{}", "error")]
    [InlineData("{ b: $var }", "($var: Int)", """{"var":null}""", "error")]
    [InlineData("{ b: 123, c: \"xyz\" }", "", "{}", "error")]
    public async Task Input_objects(string value, string definitions, string variables, string seen) =>
        Assert.Equal(seen, await Seen("object", value, definitions, variables));

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects.Input-Coercion</summary>
    [Theory]
    [InlineData("{ a: \"abc\" }", "", "{}", "{a:\"abc\"}")]
    [InlineData("{ b: 123 }", "", "{}", "{b:123}")]
    [InlineData("{ a: $var }", "($var: String!)", """{"var":"abc"}""", "{a:\"abc\"}")]
    [InlineData("{ b: $var }", "($var: Int!)", """{"var":123}""", "{b:123}")]
    [InlineData("$var", "($var: ExampleOneOfInputObject)", """{"var":{"b":123}}""", "{b:123}")]
    [InlineData("{ a: \"abc\", b: 123 }", "", "{}", "error")]
    [InlineData("{ a: \"abc\", b: null }", "", "{}", "error")]
    [InlineData("{ a: null, b: null }", "", "{}", "error")]
    [InlineData("{ a: null, b: 123 }", "", "{}", "error")]
    [InlineData("{ a: null }", "", "{}", "error")]
    [InlineData("{}", "", "{}", "error")]
    [InlineData("{ b: \"123\" }", "", "{}", "error")]
    [InlineData("{ c: \"abc\" }", "", "{}", "error")]
    [InlineData("{ a: $a, b: $b }", "($a: String!, $b: Int!)", """{"a":"abc","b":123}""", "error")]
    [InlineData("{ a: $var }", "($var: String)", """{"var":null}""", "error")]
    [InlineData("{ a: $var }", "($var: String)", "{}", "error")]
    [InlineData("$var", "($var: ExampleOneOfInputObject)", """{"var":{"a":"abc","b":123}}""", "error")]
    [InlineData("$var", "($var: ExampleOneOfInputObject)", """{"var":{"a":null}}""", "error")]
    [InlineData("$var", "($var: ExampleOneOfInputObject)", """{"var":{}}""", "error")]
    public async Task OneOf_input_objects(string value, string definitions, string variables, string seen) =>
        Assert.Equal(seen, await Seen("oneOf", value, definitions, variables));

    private static async Task<string> Seen(string field, string value, string definitions, string variables)
    {
        var query = $"query{definitions} {{ {field}(arg: {value}) }}";
        var answer = JsonElement.Parse(await ExampleData.Answer(Sdl, "{}", query, variables));
        return answer.TryGetProperty("errors", out _)
            ? "error"
            : answer.GetProperty("data").GetProperty(field).GetString()!["{arg:".Length..^1];
    }
}
