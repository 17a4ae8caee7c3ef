using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxExpandedFieldsTests : ProtectionTests
{
    [Theory]
    [InlineData(7, true)]
    [InlineData(6, false)]
    public void Every_spread_counts_in_full(int limit, bool isAccepted) =>
        Assert.Equal(
            isAccepted,
            !Errors(
                    "{ a { ...f } b { ...f ... { value } } } fragment f on Query { value a { __typename } }",
                    NoLimits with
                    {
                        MaxExpandedFields = limit + 2,
                    }
                )
                .Any()
        );

    [Fact]
    public void Fragments_that_double_thirty_times_are_refused_at_once() =>
        Assert.Equal(
            [
                "1:1 The operation selects more than 10000 fields once its fragments are expanded. "
                    + "Ask for fewer fields, or send several smaller requests.",
            ],
            Errors(
                "{ ...f0 } "
                    + Repeat(24, n => $"fragment f{n} on Query {{ a {{ ...f{n + 1} }} b {{ ...f{n + 1} }} }}")
                    + "fragment f24 on Query { value }",
                ValidationLimits.Request
            )
        );

    [Fact]
    public void Default_limit_is_exact()
    {
        Assert.Empty(Errors(Document(Limits.MaxExpandedFields), ValidationLimits.Request));
        Assert.Single(Errors(Document(Limits.MaxExpandedFields + 1), ValidationLimits.Request));
    }

    private static string Document(int fields) => $"{{ a {{ {Repeat(fields - 1, _ => "value")} }} }}";
}
