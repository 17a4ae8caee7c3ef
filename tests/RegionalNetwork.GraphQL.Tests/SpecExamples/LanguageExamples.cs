using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.SpecExamples;

/// <summary>Examples of https://spec.graphql.org/September2025/#sec-Language, by number.</summary>
public sealed class LanguageExamples
{
    private const string Sdl = """
        type Query { user(id: Int): User  me: User  profiles(handles: [String!]): [Profile]  entity: Entity }
        interface Profile { handle: String }
        type User implements Profile {
          id: Int  handle: String  name: String  firstName: String  lastName: String  birthday: Birthday
          profilePic(size: Int, width: Int, height: Int): String  friends(first: Int): [User]  mutualFriends(first: Int): [User]
        }
        type Page implements Profile { handle: String  likers: Count }
        type Birthday { month: Int day: Int }
        type Count { count: Int }
        union Entity = User | Page
        """;

    private const string Friend = """{ "id": 5, "name": "Bob", "profilePic": "bob.jpg" }""";

    private const string Data = $$"""
        {
          "user": {
            "id": 4, "name": "Mark Zuckerberg", "profilePic": "zuck.jpg",
            "friends": [{{Friend}}], "mutualFriends": [{{Friend}}]
          },
          "me": { "id": 4, "firstName": "Mark", "lastName": "Zuckerberg", "birthday": { "month": 5, "day": 14 } },
          "profiles": [
            { "__typename": "User", "handle": "zuck", "friends": [{{Friend}}, {{Friend}}] },
            { "__typename": "Page", "handle": "coca-cola", "likers": { "count": 90234512 } }
          ]
        }
        """;

    [Fact]
    public async Task No_10_selections_reach_into_objects() =>
        await Answers(
            "{ me { id firstName lastName birthday { month day } } }",
            """{"me":{"id":4,"firstName":"Mark","lastName":"Zuckerberg","birthday":{"month":5,"day":14}}}"""
        );

    [Fact]
    public async Task No_18_aliases_let_one_field_stand_twice() =>
        await Answers(
            "{ user(id: 4) { id name smallPic: profilePic(size: 64) bigPic: profilePic(size: 1024) } }",
            """{"user":{"id":4,"name":"Mark Zuckerberg","smallPic":"zuck.jpg","bigPic":"zuck.jpg"}}"""
        );

    [Fact]
    public async Task No_19_top_level_field_can_have_an_alias() =>
        await Answers("{ zuck: user(id: 4) { id name } }", """{"zuck":{"id":4,"name":"Mark Zuckerberg"}}""");

    /// <summary>noFragments, withFragments and withNestedFragments.</summary>
    [Theory]
    [InlineData(
        """
            query noFragments {
              user(id: 4) {
                friends(first: 10) { id name profilePic(size: 50) }
                mutualFriends(first: 10) { id name profilePic(size: 50) }
              }
            }
            """
    )]
    [InlineData(
        """
            query withFragments { user(id: 4) { friends(first: 10) { ...friendFields } mutualFriends(first: 10) { ...friendFields } } }
            fragment friendFields on User { id name profilePic(size: 50) }
            """
    )]
    [InlineData(
        """
            query withNestedFragments { user(id: 4) { friends(first: 10) { ...friendFields } mutualFriends(first: 10) { ...friendFields } } }
            fragment friendFields on User { id name ...standardProfilePic }
            fragment standardProfilePic on User { profilePic(size: 50) }
            """
    )]
    public async Task No_20_to_22_fragments_produce_the_same_result(string query) =>
        await Answers(
            query,
            """{"user":{"friends":[{"id":5,"name":"Bob","profilePic":"bob.jpg"}],"mutualFriends":[{"id":5,"name":"Bob","profilePic":"bob.jpg"}]}}"""
        );

    [Theory]
    [InlineData(
        """
            query FragmentTyping { profiles(handles: ["zuck", "coca-cola"]) { handle ...userFragment ...pageFragment } }
            fragment userFragment on User { friends { id } }
            fragment pageFragment on Page { likers { count } }
            """
    )]
    [InlineData(
        """
            query inlineFragmentTyping {
              profiles(handles: ["zuck", "coca-cola"]) { handle ... on User { friends { id } } ... on Page { likers { count } } }
            }
            """
    )]
    public async Task No_23_to_25_fragments_apply_by_type(string query) =>
        await Answers(
            query,
            """{"profiles":[{"handle":"zuck","friends":[{"id":5},{"id":5}]},{"handle":"coca-cola","likers":{"count":90234512}}]}"""
        );

    [Theory]
    [InlineData("true", """{"user":{"id":4,"name":"Mark Zuckerberg"}}""")]
    [InlineData("false", """{"user":{"id":4}}""")]
    public async Task No_26_inline_fragment_may_have_only_a_directive(string expanded, string data) =>
        Assert.Equal(
            $$$"""{"data":{{{data}}}}""",
            await ExampleData.Answer(
                Sdl,
                Data,
                "query inlineFragmentNoType($expandedInfo: Boolean) { user(id: 4) { id ... @include(if: $expandedInfo) { name } } }".Replace(
                    "Boolean)",
                    "Boolean!)",
                    StringComparison.Ordinal
                ),
                $$"""{"expandedInfo":{{expanded}}}"""
            )
        );

    [Theory]
    [InlineData(
        "\"\"\"\n    Hello,\n      World!\n\n    Yours,\n      GraphQL.\n\"\"\"",
        "Hello,\n  World!\n\nYours,\n  GraphQL."
    )]
    [InlineData("\"Hello,\\n  World!\\n\\nYours,\\n  GraphQL.\"", "Hello,\n  World!\n\nYours,\n  GraphQL.")]
    [InlineData("\"\\u{1F4A9}\"", "💩")]
    [InlineData("\"\\uD83D\\uDCA9\"", "💩")]
    public void No_27_to_29_strings_mean_their_text(string literal, string text) =>
        Assert.Equal(
            text,
            Assert
                .IsType<StringValueNode>(Parser.ParseConstValue(new Source(literal, "value"), ParserLimits.Request))
                .Value
        );

    [Theory]
    [InlineData("{ picture(width: 200, height: 100) }", "{ picture(height: 100, width: 200) }")]
    [InlineData(
        "{ nearestThing(location: { lon: 12.43, lat: -53.211 }) }",
        "{ nearestThing(location: { lat: -53.211, lon: 12.43 }) }"
    )]
    public void No_17_and_30_order_of_arguments_and_of_input_fields_is_free(string one, string other) =>
        Assert.All([one, other], text => Assert.Single(Parser.Parse(text).Definitions));

    [Fact]
    public void No_6_descriptions_stand_on_operations_and_their_variables() =>
        Assert.Single(
            Parser
                .Parse(
                    """"
                    """
                    Request the current status of a time machine and its operator.
                    """
                    query GetTimeMachineStatus(
                      "The unique serial number of the time machine to inspect."
                      $machineId: TimeMachineID!
                      """
                      The year to check the status for.
                      **Warning:** certain years may trigger an anomaly in the space-time continuum.
                      """
                      $year: Int
                    ) {
                      timeMachine(id: $machineId) { status(year: $year) operator { name } }
                    }
                    """"
                )
                .Definitions
        );

    private static async Task Answers(string query, string data) =>
        Assert.Equal($$$"""{"data":{{{data}}}}""", await ExampleData.Answer(Sdl, Data, query, null));
}
