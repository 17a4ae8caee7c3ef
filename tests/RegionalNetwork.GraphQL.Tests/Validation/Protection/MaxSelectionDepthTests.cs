using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxSelectionDepthTests : ProtectionTests
{
    [Fact]
    public void Operation_at_the_limit_is_accepted() =>
        Assert.Empty(Errors($"{{ {Nest(Limits.MaxSelectionDepthLevels)} }}", ValidationLimits.Request));

    [Fact]
    public void One_level_more_is_refused() =>
        Assert.Equal(
            [
                "1:1 The operation selects fields more than 25 levels deep. "
                    + "Ask for the deeper objects in a request of their own.",
            ],
            Errors($"{{ {Nest(Limits.MaxSelectionDepthLevels + 1)} }}", ValidationLimits.Request)
        );

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void Levels_in_fragments_count(int limit, bool isAccepted) =>
        Assert.Equal(
            isAccepted,
            !Errors(
                    """
                    { a { ... { ...f } value } }
                    fragment f on Query { a { b { ...g } } }
                    fragment g on Query { a { value } }
                    """,
                    NoLimits with
                    {
                        MaxSelectionDepthLevels = limit,
                    }
                )
                .Any()
        );

    [Fact]
    public void Chain_of_fragments_is_followed_whatever_its_length() =>
        Assert.Single(
            Errors(
                "{ ...f0 } "
                    + Repeat(1_500, number => $"fragment f{number} on Query {{ a {{ ...f{number + 1} }} }}")
                    + "fragment f1500 on Query { value }",
                ValidationLimits.Request
            )
        );
}
