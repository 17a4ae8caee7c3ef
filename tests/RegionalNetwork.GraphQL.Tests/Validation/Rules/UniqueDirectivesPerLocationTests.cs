using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class UniqueDirectivesPerLocationTests() : RuleTests(nameof(UniqueDirectivesPerLocation))
{
    [Fact]
    public void One_directive_in_two_places_is_accepted() =>
        Accepts(
            """
            query ($foo: Boolean = true, $bar: Boolean = false) {
              dog @skip(if: $foo) { name }
              dog @skip(if: $bar) { nickname }
            }
            """
        );

    [Fact]
    public void Repeatable_and_unknown_directives_may_repeat() =>
        Accepts(
            """
            { dog @tag(name: "a") @tag(name: "b") @unknown @unknown { name } }
            """
        );

    [Fact]
    public void Directive_twice_in_one_place_is_refused() =>
        Refuses(
            """
            query ($foo: Boolean = true, $bar: Boolean = false) {
              dog @skip(if: $foo) @skip(if: $bar) {
                name
              }
            }
            """,
            "2:7 2:23 The directive \"@skip\" can only be used once at this location."
        );
}
