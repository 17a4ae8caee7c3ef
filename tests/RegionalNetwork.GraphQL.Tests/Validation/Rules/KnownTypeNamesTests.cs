using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class KnownTypeNamesTests() : RuleTests(nameof(KnownTypeNames))
{
    [Fact]
    public void Types_of_the_schema_are_known() =>
        Accepts(
            """
            query ($a: String, $b: [Int!]!) { dog { ... on Pet { name } ... { name } } }
            fragment f on Dog { name }
            """
        );

    [Fact]
    public void Unknown_types_are_refused_with_a_suggestion() =>
        Refuses(
            """
            fragment notOnExistingType on Building {
              name
            }

            fragment inlineNotExistingType on Dog {
              ... on Hmuan {
                name
              }
            }
            """,
            "1:31 Unknown type \"Building\".",
            "6:10 Unknown type \"Hmuan\". Did you mean \"Human\"?"
        );

    [Fact]
    public void Unknown_type_of_a_variable_is_refused() =>
        Refuses(
            """
            query ($a: [JumbledUpLetters!]!) { dog { name } }
            """,
            "1:13 Unknown type \"JumbledUpLetters\"."
        );
}
