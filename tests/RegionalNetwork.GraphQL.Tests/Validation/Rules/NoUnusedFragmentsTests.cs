using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class NoUnusedFragmentsTests() : RuleTests(nameof(NoUnusedFragments))
{
    [Fact]
    public void Fragments_reached_through_others_are_used() =>
        Accepts(
            """
            { dog { ...a } }
            fragment a on Dog { owner { ...b } }
            fragment b on Human { name }
            """
        );

    [Fact]
    public void Unused_fragment_is_refused() =>
        Refuses(
            """
            fragment nameFragment on Dog { # unused
              name
            }

            {
              dog {
                name
              }
            }
            """,
            "1:1 Fragment \"nameFragment\" is never used."
        );

    [Fact]
    public void Fragments_that_use_only_one_another_are_refused() =>
        Refuses(
            """
            { dog { name } }
            fragment a on Dog { ...b }
            fragment b on Dog { ...a }
            """,
            "2:1 Fragment \"a\" is never used.",
            "3:1 Fragment \"b\" is never used."
        );
}
