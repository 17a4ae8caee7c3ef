using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class VariablesInAllowedPositionTests() : RuleTests(nameof(VariablesInAllowedPosition))
{
    [Fact]
    public void Same_or_stricter_types_are_accepted() =>
        Accepts(
            """
            query booleanArgQuery($booleanArg: Boolean!, $list: [Boolean!]!) {
              arguments { booleanArgField(booleanArg: $booleanArg) booleanListArgField(booleanListArg: $list) }
            }
            """
        );

    [Fact]
    public void Nullable_variable_is_accepted_where_either_side_has_a_default() =>
        Accepts(
            """
            query booleanArgQueryWithDefault($booleanArg: Boolean, $other: Boolean = true) {
              arguments {
                optionalNonNullBooleanArgField(optionalBooleanArg: $booleanArg)
                nonNullBooleanArgField(nonNullBooleanArg: $other)
              }
            }
            """
        );

    [Fact]
    public void Input_field_with_a_default_takes_a_nullable_variable() =>
        Accepts(
            """
            query ($age: Int) { findDog(searchBy: { age: $age }) { name } }
            """
        );

    [Fact]
    public void Another_type_is_refused() =>
        Refuses(
            """
            query intCannotGoIntoBoolean($intArg: Int) {
              arguments {
                booleanArgField(booleanArg: $intArg)
              }
            }
            """,
            "1:30 3:33 Variable \"$intArg\" of type \"Int\" used in position expecting type \"Boolean\"."
        );

    [Fact]
    public void List_in_place_of_an_item_is_refused() =>
        Refuses(
            """
            query booleanListCannotGoIntoBoolean($booleanListArg: [Boolean]) {
              arguments {
                booleanArgField(booleanArg: $booleanListArg)
              }
            }
            """,
            "1:38 3:33 Variable \"$booleanListArg\" of type \"[Boolean]\" used in position expecting type \"Boolean\"."
        );

    [Fact]
    public void Nullable_variable_in_place_of_a_non_null_is_refused() =>
        Refuses(
            """
            query booleanArgQuery($booleanArg: Boolean, $null: Boolean = null) {
              arguments {
                nonNullBooleanArgField(nonNullBooleanArg: $booleanArg)
                other: nonNullBooleanArgField(nonNullBooleanArg: $null)
              }
            }
            """,
            "1:23 3:47 Variable \"$booleanArg\" of type \"Boolean\" used in position expecting type \"Boolean!\".",
            "1:45 4:54 Variable \"$null\" of type \"Boolean\" used in position expecting type \"Boolean!\"."
        );

    [Fact]
    public void List_of_nullable_items_in_place_of_non_null_items_is_refused() =>
        Refuses(
            """
            query listToNonNullList($booleanList: [Boolean]) {
              arguments {
                nonNullBooleanListField(nonNullBooleanList: $booleanList)
              }
            }
            """,
            "1:25 3:49 Variable \"$booleanList\" of type \"[Boolean]\" used in position expecting type \"[Boolean!]\"."
        );

    [Fact]
    public void Usage_in_a_fragment_is_checked_for_each_operation() =>
        Refuses(
            """
            query one($a: Boolean) { arguments { ...f } }
            query two($a: Int) { arguments { ...f } }
            fragment f on Arguments { booleanArgField(booleanArg: $a) }
            """,
            "2:11 3:55 Variable \"$a\" of type \"Int\" used in position expecting type \"Boolean\"."
        );

    [Fact]
    public void Nullable_variable_in_a_one_of_input_object_is_refused() =>
        Refuses(
            """
            mutation addCat($cat: CatInput) {
              addPet(pet: { cat: $cat }) {
                name
              }
            }
            """,
            "1:17 2:22 Variable \"$cat\" is of type \"CatInput\" but must be non-nullable to be used for OneOf Input Object \"PetSelector\"."
        );

    [Fact]
    public void Variable_that_is_never_null_is_accepted_in_a_one_of_input_object() =>
        Accepts(
            """
            mutation addCat($cat: CatInput!, $dog: String = "Rex") {
              addPet(pet: { cat: $cat }) { name }
              other: addPet(pet: { dog: $dog }) { name }
            }
            """
        );

    [Theory]
    [InlineData("query ($one: Pick) { all(of: [$one]) }")]
    [InlineData("query ($id: ID = 1) { all(of: [{ id: $id }]) }")]
    public void Nullable_variable_is_accepted_as_an_item_of_a_list_and_with_a_default(string document) =>
        Refuses(Picks, document);

    [Theory]
    [InlineData("query ($id: ID) { all(of: [{ id: $id }]) }")]
    [InlineData("query ($id: ID) { all(of:  { id: $id } ) }")]
    public void Nullable_variable_is_refused_in_a_OneOf_input_object_within_a_list(string document) =>
        Refuses(
            Picks,
            document,
            "1:8 1:34 Variable \"$id\" is of type \"ID\" but must be non-nullable to be used for OneOf Input Object \"Pick\"."
        );

    private static readonly Schema Picks = SchemaBuilder.Build(
        "type Query { all(of: [Pick]): Int } input Pick @oneOf { id: ID name: String }"
    );
}
