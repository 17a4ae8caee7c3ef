using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class FieldsOnCorrectTypeTests() : RuleTests(nameof(FieldsOnCorrectType))
{
    [Fact]
    public void Fields_of_an_interface_are_accepted() =>
        Accepts(
            """
            fragment interfaceFieldSelection on Pet { name __typename }
            """
        );

    [Fact]
    public void Typename_and_fragments_on_a_union_are_accepted() =>
        Accepts(
            """
            fragment inDirectFieldSelectionOnUnion on CatOrDog {
              __typename
              ... on Pet { name }
              ... on Dog { barkVolume }
            }
            """
        );

    [Fact]
    public void Introspection_starts_at_the_query_root() =>
        Accepts(
            """
            { __schema { queryType { name } } __type(name: "Dog") { name } }
            """
        );

    [Fact]
    public void Field_that_the_type_does_not_have_is_refused() =>
        Refuses(
            """
            fragment fieldNotDefined on Dog {
              meowVolume
            }
            fragment aliasedLyingFieldTargetNotDefined on Dog {
              barkVolume: kawVolume
            }
            """,
            "2:3 Cannot query field \"meowVolume\" on type \"Dog\". Did you mean \"barkVolume\"?",
            "5:3 Cannot query field \"kawVolume\" on type \"Dog\". Did you mean \"barkVolume\"?"
        );

    [Fact]
    public void Field_of_the_implementers_only_is_refused() =>
        Refuses(
            """
            fragment definedOnImplementorsButNotInterface on Pet {
              nickname
            }
            """,
            "2:3 Cannot query field \"nickname\" on type \"Pet\". Did you mean to use an inline fragment on \"Cat\" or \"Dog\"?"
        );

    [Fact]
    public void Field_of_a_union_is_refused() =>
        Refuses(
            """
            fragment directFieldSelectionOnUnion on CatOrDog {
              name
              barkVolume
            }
            """,
            "2:3 Cannot query field \"name\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Pet\", \"Cat\", or \"Dog\"?",
            "3:3 Cannot query field \"barkVolume\" on type \"CatOrDog\". Did you mean to use an inline fragment on \"Dog\"?"
        );

    [Fact]
    public void Introspection_below_the_root_is_refused() =>
        Refuses(
            """
            { dog { __schema { queryType { name } } } }
            """,
            "1:9 Cannot query field \"__schema\" on type \"Dog\"."
        );
}
