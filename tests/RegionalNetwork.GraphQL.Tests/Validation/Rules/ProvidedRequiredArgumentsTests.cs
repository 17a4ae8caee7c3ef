using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class ProvidedRequiredArgumentsTests() : RuleTests(nameof(ProvidedRequiredArguments))
{
    [Fact]
    public void Optional_arguments_may_be_left_out() =>
        Accepts(
            """
            fragment goodBooleanArg on Arguments { booleanArgField(booleanArg: true) }
            fragment goodBooleanArgDefault on Arguments { booleanArgField optionalNonNullBooleanArgField }
            """
        );

    [Fact]
    public void Required_argument_of_a_field_is_refused_when_left_out() =>
        Refuses(
            """
            fragment missingRequiredArg on Arguments {
              nonNullBooleanArgField
              multipleRequirements(y: 1)
            }
            """,
            "2:3 Field \"nonNullBooleanArgField\" argument \"nonNullBooleanArg\" of type \"Boolean!\" is required, but it was not provided.",
            "3:3 Field \"multipleRequirements\" argument \"x\" of type \"Int!\" is required, but it was not provided."
        );

    [Fact]
    public void Required_argument_of_a_directive_is_refused_when_left_out() =>
        Refuses(
            """
            { dog @include { name @tag(note: "a") } }
            """,
            "1:7 Directive \"@include\" argument \"if\" of type \"Boolean!\" is required, but it was not provided.",
            "1:23 Directive \"@tag\" argument \"name\" of type \"String!\" is required, but it was not provided."
        );
}
