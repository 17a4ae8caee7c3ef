using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxAliasesTests : ProtectionTests
{
    [Fact]
    public void Document_at_the_limit_is_accepted() =>
        Assert.Empty(Errors(Document(Limits.MaxAliases), ValidationLimits.Request));

    [Fact]
    public void One_alias_more_is_refused_where_it_stands() =>
        Assert.Equal(
            [
                "3:5 The document has more than 2 aliases. Ask for lists instead of single objects, or send several smaller requests.",
            ],
            Errors(
                """
                query { x: value a { y: value } ...f }
                fragment f on Query { value a { value
                    z: value } }
                """,
                NoLimits with
                {
                    MaxAliases = 2,
                }
            )
        );

    [Fact]
    public void Default_limit_refuses_one_more() =>
        Assert.Single(Errors(Document(Limits.MaxAliases + 1), ValidationLimits.Request));

    private static string Document(int aliases) =>
        $"{{ a {{ value {Repeat(aliases, number => $"x{number}: value")} }} }}";
}
