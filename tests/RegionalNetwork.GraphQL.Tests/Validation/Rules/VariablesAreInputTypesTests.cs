using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class VariablesAreInputTypesTests() : RuleTests(nameof(VariablesAreInputTypes))
{
    [Fact]
    public void Scalars_enums_input_objects_and_their_lists_are_accepted() =>
        Accepts(
            """
            query takesBoolean($a: Boolean, $b: [Boolean!]!, $c: CatInput, $d: DogCommand, $e: Unknown) { dog { name } }
            """
        );

    [Fact]
    public void Output_types_are_refused() =>
        Refuses(
            """
            query takesCat($cat: Cat) { dog { name } }
            query takesDogBang($dog: Dog!) { dog { name } }
            query takesListOfPet($pets: [Pet]) { dog { name } }
            query takesCatOrDog($catOrDog: CatOrDog) { dog { name } }
            """,
            "1:22 Variable \"$cat\" cannot be non-input type \"Cat\".",
            "2:26 Variable \"$dog\" cannot be non-input type \"Dog!\".",
            "3:29 Variable \"$pets\" cannot be non-input type \"[Pet]\".",
            "4:32 Variable \"$catOrDog\" cannot be non-input type \"CatOrDog\"."
        );
}
