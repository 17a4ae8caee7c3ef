using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class UniqueVariableNamesTests() : RuleTests(nameof(UniqueVariableNames))
{
    [Fact]
    public void Two_operations_may_use_one_name() =>
        Accepts(
            """
            query A($isHouseTrained: Boolean) { dog { isHouseTrained(atOtherHomes: $isHouseTrained) } }
            query B($isHouseTrained: Boolean) { dog { isHouseTrained(atOtherHomes: $isHouseTrained) } }
            """
        );

    [Fact]
    public void One_name_twice_in_an_operation_is_refused() =>
        Refuses(
            """
            query houseTrainedQuery($atOtherHomes: Boolean, $atOtherHomes: Boolean) {
              dog {
                isHouseTrained(atOtherHomes: $atOtherHomes)
              }
            }
            """,
            "1:26 1:50 There can be only one variable named \"$atOtherHomes\"."
        );
}
