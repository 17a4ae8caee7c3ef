using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class PossibleFragmentSpreadsTests() : RuleTests(nameof(PossibleFragmentSpreads))
{
    [Fact]
    public void Object_in_its_own_scope_and_in_abstract_scopes_is_accepted() =>
        Accepts(
            """
            fragment dogFragment on Dog { ... on Dog { barkVolume } }
            fragment petNameFragment on Dog { ... on Pet { name } }
            fragment petFragment on Pet { name ... on Dog { barkVolume } }
            fragment catOrDogFragment on CatOrDog { ... on Cat { meowVolume } }
            """
        );

    [Fact]
    public void Abstract_types_that_share_an_object_type_are_accepted() =>
        Accepts(
            """
            fragment unionWithInterface on Pet { ...dogOrHumanFragment }
            fragment dogOrHumanFragment on DogOrHuman { ... on Dog { barkVolume } }
            """
        );

    [Fact]
    public void Another_object_type_is_refused() =>
        Refuses(
            """
            fragment catInDogFragmentInvalid on Dog {
              ... on Cat {
                meowVolume
              }
            }
            """,
            "2:3 Fragment cannot be spread here as objects of type \"Dog\" can never be of type \"Cat\"."
        );

    [Fact]
    public void Object_that_is_no_member_is_refused() =>
        Refuses(
            """
            fragment sentientFragment on Sentient {
              ... on Dog { barkVolume }
            }
            fragment humanOrAlienFragment on HumanOrAlien {
              ...cat
            }
            fragment cat on Cat { meowVolume }
            """,
            "2:3 Fragment cannot be spread here as objects of type \"Sentient\" can never be of type \"Dog\".",
            "5:3 Fragment \"cat\" cannot be spread here as objects of type \"HumanOrAlien\" can never be of type \"Cat\"."
        );

    [Fact]
    public void Abstract_types_without_a_common_object_type_are_refused() =>
        Refuses(
            """
            fragment nonIntersectingInterfaces on Pet {
              ...sentientFragment
            }
            fragment sentientFragment on Sentient { name }
            """,
            "2:3 Fragment \"sentientFragment\" cannot be spread here as objects of type \"Pet\" can never be of type \"Sentient\"."
        );
}
