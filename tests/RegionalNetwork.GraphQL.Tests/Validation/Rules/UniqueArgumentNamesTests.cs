using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class UniqueArgumentNamesTests() : RuleTests(nameof(UniqueArgumentNames))
{
    [Fact]
    public void Different_arguments_in_any_order_are_accepted() =>
        Accepts(
            """
            fragment multipleArgs on Arguments { multipleRequirements(x: 1, y: 2) }
            fragment multipleArgsReverseOrder on Arguments { multipleRequirements(y: 2, x: 1) }
            """
        );

    [Fact]
    public void Argument_twice_is_refused() =>
        Refuses(
            """
            { dog @tag(name: "a", name: "b") { isHouseTrained(atOtherHomes: true, atOtherHomes: true, atOtherHomes: false) } }
            """,
            "1:12 1:23 There can be only one argument named \"name\".",
            "1:51 1:71 1:91 There can be only one argument named \"atOtherHomes\"."
        );
}
