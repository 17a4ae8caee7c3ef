using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class KnownArgumentNamesTests() : RuleTests(nameof(KnownArgumentNames))
{
    [Fact]
    public void Arguments_of_fields_and_directives_are_accepted() =>
        Accepts(
            """
            fragment argOnRequiredArg on Dog { doesKnowCommand(dogCommand: SIT) }
            fragment argOnOptional on Dog { isHouseTrained(atOtherHomes: true) @include(if: true) }
            """
        );

    [Fact]
    public void Unknown_argument_of_a_field_is_refused() =>
        Refuses(
            """
            fragment invalidArgName on Dog {
              doesKnowCommand(command: CLEAN_UP_HOUSE)
            }
            """,
            "2:19 Unknown argument \"command\" on field \"Dog.doesKnowCommand\". Did you mean \"dogCommand\"?"
        );

    [Fact]
    public void Unknown_argument_of_a_directive_is_refused() =>
        Refuses(
            """
            fragment invalidArgName on Dog {
              isHouseTrained(atOtherHomes: true) @include(unless: false)
            }
            """,
            "2:47 Unknown argument \"unless\" on directive \"@include\"."
        );

    [Fact]
    public void Arguments_of_unknown_fields_and_directives_are_left_to_other_rules() =>
        Accepts(
            """
            fragment f on Dog { isHouseTrained @unknown(atOtherHome: true) nothing(a: 1) }
            """
        );
}
