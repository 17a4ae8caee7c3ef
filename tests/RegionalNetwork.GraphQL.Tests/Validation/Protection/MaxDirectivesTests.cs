using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxDirectivesTests : ProtectionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_document_may_have_as_many_directives_as_the_limit(int beyond, int errors) =>
        Assert.Equal(errors, Errors(Fields(Limits.MaxDirectives + beyond), ValidationLimits.Request).Count());

    [Fact]
    public void One_directive_more_in_one_place_is_refused_where_it_stands() =>
        Assert.Equal(
            ["2:5 There are more than 2 directives in one place. Leave out those that repeat."],
            Errors("{ a @a @b { value } value @a @b\n    @c }", NoLimits with { MaxDirectivesPerLocation = 2 })
        );

    [Fact]
    public void The_default_of_one_place_refuses_one_more()
    {
        var message = $"more than {Limits.MaxDirectivesPerLocation} directives in one place";
        Assert.DoesNotContain(
            Errors(Stacked(Limits.MaxDirectivesPerLocation), ValidationLimits.Request),
            error => error.Contains(message, StringComparison.Ordinal)
        );
        Assert.Contains(
            message,
            Assert.Single(Errors(Stacked(Limits.MaxDirectivesPerLocation + 1), ValidationLimits.Request)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Directives_of_operations_variables_and_fragments_count_as_well() =>
        Assert.Contains(
            "The document has more than 5 directives.",
            Assert.Single(
                Errors(
                    """
                    query ($v: Int @a) @a { ...f @a ... @a { value @a } }
                    fragment f on Query @a { value }
                    """,
                    NoLimits with
                    {
                        MaxDirectives = 5,
                    }
                )
            ),
            StringComparison.Ordinal
        );

    private static string Fields(int count) => $"{{ a {{ {Repeat(count, _ => "value @skip(if: false)")} }} }}";

    private static string Stacked(int count) => $"{{ value {Repeat(count, number => $"@d{number}")} }}";
}
