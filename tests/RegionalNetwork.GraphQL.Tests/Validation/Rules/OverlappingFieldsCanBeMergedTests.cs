using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class OverlappingFieldsCanBeMergedTests() : RuleTests(nameof(OverlappingFieldsCanBeMerged))
{
    [Fact]
    public void Identical_fields_are_merged() =>
        Accepts(
            """
            fragment mergeIdenticalFields on Dog { name name }
            fragment mergeIdenticalAliasesAndFields on Dog { otherName: name otherName: name }
            fragment mergeIdenticalFieldsWithIdenticalArgs on Dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: SIT) }
            fragment mergeIdenticalFieldsWithIdenticalValues on Dog { doesKnowCommand(dogCommand: $dogCommand) doesKnowCommand(dogCommand: $dogCommand) }
            """
        );

    [Fact]
    public void Fields_that_never_meet_may_differ() =>
        Accepts(
            """
            fragment safeDifferingFields on Pet {
              ... on Dog { volume: barkVolume }
              ... on Cat { volume: meowVolume }
            }
            fragment safeDifferingArgs on Pet {
              ... on Dog { doesKnowCommand(dogCommand: SIT) }
              ... on Cat { doesKnowCommand(catCommand: JUMP) }
            }
            """
        );

    [Fact]
    public void The_order_of_arguments_and_input_fields_makes_no_difference() =>
        Accepts(
            """
            {
              arguments { multipleRequirements(x: 1, y: 2) multipleRequirements(y: 2, x: 1) }
              findDog(searchBy: { name: "a", owner: "b" }) { name }
              findDog(searchBy: { owner: "b", name: "a" }) { name }
            }
            """
        );

    [Fact]
    public void Different_fields_under_one_name_are_refused() =>
        Refuses(
            """
            fragment conflictingBecauseAlias on Dog {
              name: nickname
              name
            }
            """,
            "2:3 3:3 Fields \"name\" conflict because \"nickname\" and \"name\" are different fields. Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Different_arguments_are_refused() =>
        Refuses(
            """
            fragment conflictingArgsOnValues on Dog {
              doesKnowCommand(dogCommand: SIT)
              doesKnowCommand(dogCommand: HEEL)
            }
            fragment conflictingArgsValueAndVar on Dog {
              doesKnowCommand(dogCommand: SIT)
              doesKnowCommand(dogCommand: $dogCommand)
            }
            fragment conflictingArgsWithVars on Dog {
              doesKnowCommand(dogCommand: $varOne)
              doesKnowCommand(dogCommand: $varTwo)
            }
            fragment differingArgs on Dog {
              doesKnowCommand(dogCommand: SIT)
              doesKnowCommand
            }
            """,
            "2:3 3:3 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
            "6:3 7:3 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
            "10:3 11:3 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional.",
            "14:3 15:3 Fields \"doesKnowCommand\" conflict because they have differing arguments. Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Different_shapes_are_refused_even_where_the_fields_never_meet() =>
        Refuses(
            """
            fragment conflictingDifferingResponses on Pet {
              ... on Dog {
                someValue: nickname
              }
              ... on Cat {
                someValue: meowVolume
              }
            }
            """,
            "3:5 6:5 Fields \"someValue\" conflict because they return conflicting types \"String\" and \"Int\". Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Conflict_of_subfields_is_reported_at_the_fields_that_hold_both() =>
        Refuses(
            """
            {
              dog { owner { name } }
              dog { owner { name: __typename } }
            }
            """,
            "2:3 2:9 2:17 3:3 3:9 3:17 Fields \"dog\" conflict because subfields \"owner\" conflict because subfields \"name\" conflict because \"name\" and \"__typename\" are different fields. Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Conflict_between_fragments_is_reported_once() =>
        Refuses(
            """
            {
              dog { ...a ...b }
              other: dog { ...a ...b }
            }
            fragment a on Dog { x: name }
            fragment b on Dog { x: nickname }
            """,
            "5:21 6:21 Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Field_of_an_interface_meets_those_of_every_object_type() =>
        Refuses(
            """
            fragment f on Pet {
              x: name
              ... on Dog { x: nickname }
            }
            """,
            "2:3 3:16 Fields \"x\" conflict because \"name\" and \"nickname\" are different fields. Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Field_of_an_unknown_type_hides_no_conflict_of_those_beside_it() =>
        Refuses(
            """
            {
              unknown {
                nickname
                ... on Dog { nickname }
                ... on Message { nickname }
              }
            }
            """,
            "4:18 5:22 Fields \"nickname\" conflict because they return conflicting types \"String\" and \"[String!]\". Use different aliases on the fields to fetch both if this was intentional."
        );

    [Fact]
    public void Typename_has_the_shape_of_a_string() =>
        Refuses(
            """
            fragment f on Pet {
              ... on Dog { x: __typename }
              ... on Cat { x: meowVolume }
            }
            """,
            "2:16 3:16 Fields \"x\" conflict because they return conflicting types \"String!\" and \"Int\". Use different aliases on the fields to fetch both if this was intentional."
        );
}
