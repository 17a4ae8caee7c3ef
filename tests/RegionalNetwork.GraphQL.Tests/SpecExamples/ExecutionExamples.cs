using System.Text.Json;

namespace RegionalNetwork.GraphQL.Tests.SpecExamples;

/// <summary>
/// Examples of https://spec.graphql.org/September2025/#sec-Execution and https://spec.graphql.org/September2025/#sec-Response.
/// </summary>
public sealed class ExecutionExamples
{
    private const string Hero = """
        type Query { hero(episode: String): Character  a: Parts  foo: Int  bar: Parts  picture: Result }
        type Character { name: String  heroFriends: [Friend]  strictFriends: [StrictFriend] }
        type Friend { id: ID  name: String }
        type StrictFriend { id: ID  name: String! }
        type Parts { subfield1: Int  subfield2: Int }
        type Result { list: [Int]  lists: [Int]!  items: [Int!]  strict: [Int!]! }
        """;

    private const string Friends = """
        [{ "id": "1000", "name": "Luke Skywalker" },
         { "id": "1002", "name": { "error": "Name for character with ID 1002 could not be fetched." } },
         { "id": "1003", "name": "Leia Organa" }]
        """;

    private const string Document = """
        {
          hero(episode: "JEDI") {
            name
            FRIENDS {
              id
              name
            }
          }
        }
        """;

    [Theory]
    [InlineData("heroFriends", """{"id":"1002","name":null}""")]
    [InlineData("strictFriends", "null")]
    public async Task Section_7_failed_field_has_a_path_and_is_null_or_its_parent_is(string friends, string second)
    {
        var data = $$"""{ "hero": { "name": "R2-D2", "{{friends}}": {{Friends}} } }""";
        var query = Document.Replace("FRIENDS", $"heroFriends: {friends}", StringComparison.Ordinal);
        Assert.Equal(
            """{"data":{"hero":{"name":"R2-D2","heroFriends":[{"id":"1000","name":"Luke Skywalker"},"""
                + second
                + """,{"id":"1003","name":"Leia Organa"}]}},"errors":[{"message":"Name for character with ID 1002 could not be fetched.","locations":[{"line":6,"column":7}],"path":["hero","heroFriends",1,"name"]}]}""",
            await ExampleData.Answer(Hero, data, query, null)
        );
    }

    [Fact]
    public async Task Section_7_response_keeps_the_order_of_the_request() =>
        Assert.Equal(
            """{"data":{"bar":{"subfield2":2,"subfield1":1},"foo":1}}""",
            await ExampleData.Answer(
                Hero,
                """{ "foo": 1, "bar": { "subfield1": 1, "subfield2": 2 } }""",
                "{ bar { subfield2 subfield1 } foo bar { subfield1 } ...Rest } fragment Rest on Query { foo }",
                null
            )
        );

    [Fact]
    public async Task Section_6_fields_of_the_same_name_are_merged() =>
        Assert.Equal(
            """{"data":{"a":{"subfield1":1,"subfield2":2}}}""",
            await ExampleData.Answer(
                Hero,
                """{ "a": { "subfield1": 1, "subfield2": 2 } }""",
                "{ a { subfield1 } ...ExampleFragment } fragment ExampleFragment on Query { a { subfield2 } }",
                null
            )
        );

    /// <summary>https://spec.graphql.org/September2025/#sec-Combining-List-and-Non-Null: what a result becomes, with or without an error.</summary>
    [Theory]
    [InlineData("list", "[1, 2, 3]", "[1,2,3]", false)]
    [InlineData("list", "null", "null", false)]
    [InlineData("list", "[1, 2, null]", "[1,2,null]", false)]
    [InlineData("list", """[1, 2, "x"]""", "[1,2,null]", true)]
    [InlineData("lists", "[1, 2, 3]", "[1,2,3]", false)]
    [InlineData("lists", "null", "parent", true)]
    [InlineData("lists", "[1, 2, null]", "[1,2,null]", false)]
    [InlineData("lists", """[1, 2, "x"]""", "[1,2,null]", true)]
    [InlineData("items", "[1, 2, 3]", "[1,2,3]", false)]
    [InlineData("items", "null", "null", false)]
    [InlineData("items", "[1, 2, null]", "null", true)]
    [InlineData("items", """[1, 2, "x"]""", "null", true)]
    [InlineData("strict", "[1, 2, 3]", "[1,2,3]", false)]
    [InlineData("strict", "null", "parent", true)]
    [InlineData("strict", "[1, 2, null]", "parent", true)]
    [InlineData("strict", """[1, 2, "x"]""", "parent", true)]
    public async Task Section_3_lists_and_non_null_combine(string field, string value, string shown, bool hasError)
    {
        var data = $$"""{ "picture": { "{{field}}": {{value}} } }""";
        var answer = JsonElement.Parse(await ExampleData.Answer(Hero, data, $"{{ picture {{ {field} }} }}", null));

        var picture = answer.GetProperty("data").GetProperty("picture");
        Assert.Equal(
            shown,
            picture.ValueKind == JsonValueKind.Null ? "parent" : picture.GetProperty(field).GetRawText()
        );
        Assert.Equal(hasError, answer.TryGetProperty("errors", out _));
    }
}
