using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class UniqueOperationNamesTests() : RuleTests(nameof(UniqueOperationNames))
{
    [Fact]
    public void Operations_with_different_names_are_accepted() =>
        Accepts(
            """
            query getDogName { dog { name } }
            query getOwnerName { dog { owner { name } } }
            """
        );

    [Fact]
    public void A_fragment_may_have_the_name_of_an_operation() =>
        Accepts(
            """
            query dog { dog { ...dog } }
            fragment dog on Dog { name }
            """
        );

    [Fact]
    public void Two_operations_with_one_name_are_refused() =>
        Refuses(
            """
            query getName { dog { name } }
            query getName { dog { owner { name } } }
            """,
            "1:7 2:7 There can be only one operation named \"getName\"."
        );

    [Fact]
    public void The_kind_of_operation_makes_no_difference() =>
        Refuses(
            """
            query dogOperation { dog { name } }
            mutation dogOperation { addPet(pet: { dog: "Rex" }) { name } }
            subscription dogOperation { newMessage { body } }
            """,
            "1:7 2:10 There can be only one operation named \"dogOperation\".",
            "1:7 3:14 There can be only one operation named \"dogOperation\"."
        );
}
