using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class SingleFieldSubscriptionsTests() : RuleTests(nameof(SingleFieldSubscriptions))
{
    [Fact]
    public void One_root_field_is_accepted() =>
        Accepts(
            """
            subscription sub { newMessage { body sender } }
            """
        );

    [Fact]
    public void One_root_field_in_a_fragment_is_accepted() =>
        Accepts(
            """
            subscription sub { ...newMessageFields }
            fragment newMessageFields on Subscription { newMessage { body sender } }
            """
        );

    [Fact]
    public void The_same_root_field_twice_is_one_field() =>
        Accepts(
            """
            subscription sub { newMessage { body } ... on Subscription { newMessage { sender } } }
            """
        );

    [Fact]
    public void Conditions_below_the_root_are_accepted() =>
        Accepts(
            """
            subscription sub($b: Boolean!) { newMessage { body @include(if: $b) } }
            """
        );

    [Fact]
    public void A_second_root_field_is_refused() =>
        Refuses(
            """
            subscription sub {
              newMessage { body sender }
              disallowedSecondRootField
            }
            """,
            "3:3 Subscription \"sub\" must select only one top level field."
        );

    [Fact]
    public void A_second_root_field_in_a_fragment_is_refused() =>
        Refuses(
            """
            subscription {
              ...multipleSubscriptions
            }
            fragment multipleSubscriptions on Subscription {
              newMessage { body sender }
              disallowedSecondRootField
            }
            """,
            "6:3 Anonymous Subscription must select only one top level field."
        );

    [Fact]
    public void Introspection_field_is_refused() =>
        Refuses(
            """
            subscription sub { __typename }
            """,
            "1:20 Subscription \"sub\" must not select an introspection top level field."
        );

    [Fact]
    public void Skip_and_include_at_the_root_are_refused() =>
        Refuses(
            """
            subscription sub($bool: Boolean!) {
              newMessage @include(if: $bool) { body }
              ... @skip(if: $bool) { disallowedSecondRootField }
            }
            """,
            "2:14 3:7 Subscription \"sub\" must not use `@skip` or `@include` directives in the top level selection."
        );

    [Fact]
    public void No_root_field_at_all_is_refused() =>
        Refuses(
            """
            subscription sub { ...A }
            fragment A on Subscription { ...A ...Missing }
            """,
            "1:18 Subscription \"sub\" must select one top level field."
        );
}
