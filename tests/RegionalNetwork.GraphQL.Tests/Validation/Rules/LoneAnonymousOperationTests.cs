using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class LoneAnonymousOperationTests() : RuleTests(nameof(LoneAnonymousOperation))
{
    [Fact]
    public void One_anonymous_operation_is_accepted() =>
        Accepts(
            """
            { dog { ...name } }
            fragment name on Dog { name }
            """
        );

    [Fact]
    public void Several_named_operations_are_accepted() =>
        Accepts(
            """
            query one { dog { name } }
            query two { dog { name } }
            """
        );

    [Fact]
    public void Anonymous_operation_beside_a_named_one_is_refused() =>
        Refuses(
            """
            {
              dog { name }
            }

            query getName {
              dog { owner { name } }
            }
            """,
            "1:1 This anonymous operation must be the only defined operation."
        );

    [Fact]
    public void Two_anonymous_operations_are_both_refused() =>
        Refuses(
            """
            query { dog { name } }
            mutation { addPet { name } }
            """,
            "1:1 This anonymous operation must be the only defined operation.",
            "2:1 This anonymous operation must be the only defined operation."
        );
}
