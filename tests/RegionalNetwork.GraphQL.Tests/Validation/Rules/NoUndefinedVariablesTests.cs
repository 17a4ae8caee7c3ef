using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class NoUndefinedVariablesTests() : RuleTests(nameof(NoUndefinedVariables))
{
    [Fact]
    public void Variable_in_a_fragment_is_defined_by_the_operation() =>
        Accepts(
            """
            query ($atOtherHomes: Boolean) { dog { ...f } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
            """
        );

    [Fact]
    public void Fragment_that_no_operation_spreads_is_not_looked_at() =>
        Accepts(
            """
            fragment f on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) }
            """
        );

    [Fact]
    public void Undefined_variable_is_refused() =>
        Refuses(
            """
            query variableIsNotDefined {
              dog {
                isHouseTrained(atOtherHomes: $atOtherHomes)
              }
            }
            """,
            "3:34 1:1 Variable \"$atOtherHomes\" is not defined by operation \"variableIsNotDefined\"."
        );

    [Fact]
    public void Undefined_variable_in_a_nested_fragment_is_refused() =>
        Refuses(
            """
            {
              dog { ...outerHouseTrainedFragment }
            }

            fragment outerHouseTrainedFragment on Dog { ...isHouseTrainedFragment }

            fragment isHouseTrainedFragment on Dog {
              isHouseTrained(atOtherHomes: $atOtherHomes)
            }
            """,
            "8:32 1:1 Variable \"$atOtherHomes\" is not defined."
        );

    [Fact]
    public void Each_operation_defines_its_own_variables() =>
        Refuses(
            """
            query one($atOtherHomes: Boolean) { dog { ...f } }
            query two { dog { ...f } }
            fragment f on Dog { isHouseTrained(atOtherHomes: $atOtherHomes) @include(if: [$deep]) }
            """,
            "3:79 1:1 Variable \"$deep\" is not defined by operation \"one\".",
            "3:50 2:1 Variable \"$atOtherHomes\" is not defined by operation \"two\".",
            "3:79 2:1 Variable \"$deep\" is not defined by operation \"two\"."
        );
}
