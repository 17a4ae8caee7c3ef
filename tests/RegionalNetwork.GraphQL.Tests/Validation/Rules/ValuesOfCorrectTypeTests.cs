using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class ValuesOfCorrectTypeTests() : RuleTests(nameof(ValuesOfCorrectType))
{
    [Fact]
    public void Literals_of_the_expected_types_are_accepted() =>
        Accepts(
            """
            fragment goodBooleanArg on Arguments { booleanArgField(booleanArg: true) booleanListArgField(booleanListArg: [true, null]) }
            fragment coercedIntIntoFloatArg on Arguments { floatArgField(floatArg: 123) idArgField(idArg: 123) }
            query goodComplexDefaultValue($search: FindDogInput = { name: "Fido" }) { findDog(searchBy: $search) { name } }
            """
        );

    [Fact]
    public void Single_value_stands_for_a_list_of_one() =>
        Accepts(
            """
            { booleanList(booleanListArg: true) }
            """
        );

    [Fact]
    public void Custom_scalar_takes_any_literal_also_with_variables() =>
        Accepts(
            """
            query ($v: String) { anything(value: { a: [1, "b", null, $v], c: RED }) }
            """
        );

    [Fact]
    public void Literal_for_an_unknown_argument_is_left_to_another_rule() =>
        Accepts(
            """
            { dog { isHouseTrained(nothing: [1]) } }
            """
        );

    [Fact]
    public void Literal_of_another_scalar_is_refused() =>
        Refuses(
            """
            fragment stringIntoInt on Arguments {
              intArgField(intArg: "123")
            }

            query badComplexValue {
              findDog(searchBy: { name: 123 }) {
                name
              }
            }
            """,
            "2:23 Int cannot represent non-integer value: \"123\"",
            "6:29 String cannot represent a non string value: 123"
        );

    [Fact]
    public void Integer_beyond_32_bits_is_refused() =>
        Refuses(
            """
            { arguments { intArgField(intArg: 2147483648) } }
            """,
            "1:35 Int cannot represent non 32-bit signed integer value: 2147483648"
        );

    [Fact]
    public void List_for_a_single_value_is_refused() =>
        Refuses(
            """
            query ($v: Int) { arguments { intArgField(intArg: [1, $v]) } }
            """,
            "1:51 Int cannot represent non-integer value: [1, $v]"
        );

    [Fact]
    public void Null_for_a_non_null_type_is_refused() =>
        Refuses(
            """
            { arguments { nonNullBooleanArgField(nonNullBooleanArg: null) nonNullBooleanListField(nonNullBooleanList: [null]) } }
            """,
            "1:57 Expected value of type \"Boolean!\", found null.",
            "1:108 Expected value of type \"Boolean!\", found null."
        );

    [Fact]
    public void Unknown_enum_value_and_string_for_an_enum_are_refused() =>
        Refuses(
            """
            { dog { doesKnowCommand(dogCommand: JUMP) other: doesKnowCommand(dogCommand: "SIT") } }
            """,
            "1:37 Value \"JUMP\" does not exist in \"DogCommand\" enum.",
            "1:78 Enum \"DogCommand\" cannot represent non-enum value: \"SIT\". Did you mean the enum value \"SIT\"?"
        );

    [Fact]
    public void Unknown_field_of_an_input_object_is_refused() =>
        Refuses(
            """
            {
              findDog(searchBy: { favoriteCookieFlavor: "Bacon", nam: "Fido" }) {
                name
              }
            }
            """,
            "2:23 Field \"favoriteCookieFlavor\" is not defined by type \"FindDogInput\".",
            "2:54 Field \"nam\" is not defined by type \"FindDogInput\". Did you mean \"name\"?"
        );

    [Fact]
    public void Required_field_of_an_input_object_is_refused_when_left_out_or_null() =>
        Refuses(
            """
            {
              arguments {
                breedArgField(breed: {})
                other: breedArgField(breed: { breed: null })
              }
            }
            """,
            "3:26 Field \"RequiredInput.breed\" of required type \"String!\" was not provided.",
            "4:42 Expected value of type \"String!\", found null."
        );

    [Fact]
    public void Scalar_for_an_input_object_is_refused() =>
        Refuses(
            """
            { findDog(searchBy: "Fido") { name } }
            """,
            "1:21 Expected value of type \"FindDogInput\", found \"Fido\"."
        );

    [Fact]
    public void One_of_input_object_takes_exactly_one_field() =>
        Refuses(
            """
            mutation addPet {
              a: addPet(pet: { cat: { name: "Brontie" }, dog: "Rex" }) { name }
              b: addPet(pet: {}) { name }
              c: addPet(pet: { cat: null }) { name }
            }
            """,
            "2:18 OneOf Input Object \"PetSelector\" must specify exactly one key.",
            "3:18 OneOf Input Object \"PetSelector\" must specify exactly one key.",
            "4:18 Field \"PetSelector.cat\" must be non-null."
        );

    [Fact]
    public void Default_of_a_variable_is_checked() =>
        Refuses(
            """
            query ($a: Int! = null, $b: [Int] = [1, "two"]) { dog { name } }
            """,
            "1:19 Expected value of type \"Int!\", found null.",
            "1:41 Int cannot represent non-integer value: \"two\""
        );
}
