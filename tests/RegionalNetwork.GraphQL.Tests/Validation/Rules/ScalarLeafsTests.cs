using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class ScalarLeafsTests() : RuleTests(nameof(ScalarLeafs))
{
    [Fact]
    public void Leaf_without_and_object_with_subfields_are_accepted() =>
        Accepts(
            """
            { dog { barkVolume __typename } }
            """
        );

    [Fact]
    public void Leaf_with_subfields_is_refused() =>
        Refuses(
            """
            fragment scalarSelectionsNotAllowedOnInt on Dog {
              barkVolume {
                sinceWhen
              }
            }
            """,
            "2:14 Field \"barkVolume\" must not have a selection since type \"Int\" has no subfields."
        );

    [Fact]
    public void Object_interface_and_union_without_subfields_are_refused() =>
        Refuses(
            """
            query directQueryOnObjectWithoutSubFields {
              human
            }
            query directQueryOnInterfaceWithoutSubFields {
              pet
            }
            query directQueryOnUnionWithoutSubFields {
              catOrDog
            }
            """,
            "2:3 Field \"human\" of type \"Human\" must have a selection of subfields. Did you mean \"human { ... }\"?",
            "5:3 Field \"pet\" of type \"Pet\" must have a selection of subfields. Did you mean \"pet { ... }\"?",
            "8:3 Field \"catOrDog\" of type \"CatOrDog\" must have a selection of subfields. Did you mean \"catOrDog { ... }\"?"
        );
}
