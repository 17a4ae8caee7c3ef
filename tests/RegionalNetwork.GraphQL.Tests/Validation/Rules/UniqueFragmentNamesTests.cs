using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class UniqueFragmentNamesTests() : RuleTests(nameof(UniqueFragmentNames))
{
    [Fact]
    public void Fragments_with_different_names_are_accepted() =>
        Accepts(
            """
            { dog { ...fragmentOne ...fragmentTwo } }
            fragment fragmentOne on Dog { name }
            fragment fragmentTwo on Dog { owner { name } }
            """
        );

    [Fact]
    public void Two_fragments_with_one_name_are_refused() =>
        Refuses(
            """
            { dog { ...fragmentOne } }
            fragment fragmentOne on Dog { name }
            fragment fragmentOne on Dog { owner { name } }
            """,
            "2:10 3:10 There can be only one fragment named \"fragmentOne\"."
        );
}
