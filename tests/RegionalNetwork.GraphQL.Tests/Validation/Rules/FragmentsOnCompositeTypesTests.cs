using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class FragmentsOnCompositeTypesTests() : RuleTests(nameof(FragmentsOnCompositeTypes))
{
    [Fact]
    public void Object_interface_and_union_types_are_accepted() =>
        Accepts(
            """
            fragment fragOnObject on Dog { name }
            fragment fragOnInterface on Pet { name }
            fragment fragOnUnion on CatOrDog { ... on Dog { name } ... { __typename } }
            """
        );

    [Fact]
    public void Unknown_type_is_left_to_another_rule() =>
        Accepts(
            """
            fragment f on Nothing { name }
            """
        );

    [Fact]
    public void Scalar_is_refused() =>
        Refuses(
            """
            fragment fragOnScalar on Int {
              something
            }

            fragment inlineFragOnScalar on Dog {
              ... on Boolean {
                somethingElse
              }
            }
            """,
            "1:26 Fragment \"fragOnScalar\" cannot condition on non composite type \"Int\".",
            "6:10 Fragment cannot condition on non composite type \"Boolean\"."
        );

    [Fact]
    public void Enum_and_input_object_are_refused() =>
        Refuses(
            """
            fragment e on DogCommand { a }
            fragment i on CatInput { a }
            """,
            "1:15 Fragment \"e\" cannot condition on non composite type \"DogCommand\".",
            "2:15 Fragment \"i\" cannot condition on non composite type \"CatInput\"."
        );
}
