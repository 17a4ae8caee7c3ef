using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class KnownFragmentNamesTests() : RuleTests(nameof(KnownFragmentNames))
{
    [Fact]
    public void Defined_fragment_is_accepted() =>
        Accepts(
            """
            { dog { ...name ... on Dog { name } } }
            fragment name on Dog { name }
            """
        );

    [Fact]
    public void Undefined_fragment_is_refused() =>
        Refuses(
            """
            {
              dog {
                ...undefinedFragment
              }
            }
            """,
            "3:8 Unknown fragment \"undefinedFragment\"."
        );
}
