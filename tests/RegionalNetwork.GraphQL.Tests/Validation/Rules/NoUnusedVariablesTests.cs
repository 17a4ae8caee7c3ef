using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedVariablesTests() : RuleTests(nameof(NoUnusedVariables))
{
    [Fact]
    public void Variable_used_in_a_fragment_or_a_directive_is_used() =>
        Accepts(
            """
            query ($a: Boolean, $b: Boolean!) { dog { ...f name @skip(if: $b) } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $a) }
            """
        );

    [Fact]
    public void Unused_variable_is_refused() =>
        Refuses(
            """
            query variableUnused($atOtherHomes: Boolean) {
              dog {
                isHouseTrained
              }
            }
            """,
            "1:22 Variable \"$atOtherHomes\" is never used in operation \"variableUnused\"."
        );

    [Fact]
    public void Use_in_a_fragment_of_another_operation_does_not_count() =>
        Refuses(
            """
            query ($a: Boolean) { dog { name } }
            query other($a: Boolean) { dog { ...f } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $a) }
            """,
            "1:8 Variable \"$a\" is never used."
        );
}
