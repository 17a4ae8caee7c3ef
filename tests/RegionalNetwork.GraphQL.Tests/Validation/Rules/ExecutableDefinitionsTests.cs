using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class ExecutableDefinitionsTests() : RuleTests(nameof(ExecutableDefinitions))
{
    [Fact]
    public void Operations_and_fragments_are_executable() =>
        Accepts(
            """
            query getDogName {
              dog {
                ...name
              }
            }

            fragment name on Dog {
              name
            }
            """
        );

    [Fact]
    public void Type_extension_is_refused() =>
        Refuses(
            """
            query getDogName {
              dog {
                name
                color
              }
            }

            extend type Dog {
              color: String
            }
            """,
            "8:1 The \"Dog\" definition is not executable."
        );

    [Fact]
    public void Every_kind_of_definition_is_refused_by_its_name() =>
        Refuses(
            """
            schema {
              query: Query
            }
            directive @a on FIELD
            enum E { A }
            extend schema @a
            """,
            "1:1 The schema definition is not executable.",
            "4:1 The \"a\" definition is not executable.",
            "5:1 The \"E\" definition is not executable.",
            "6:1 The schema definition is not executable."
        );
}
