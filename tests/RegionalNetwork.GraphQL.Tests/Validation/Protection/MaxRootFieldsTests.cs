using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxRootFieldsTests : ProtectionTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void An_operation_may_select_as_many_root_fields_as_the_limit(int beyond, int errors) =>
        Assert.Equal(errors, Errors(Aliases(Limits.MaxRootFields + beyond, "value"), ValidationLimits.Request).Count());

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void An_operation_may_ask_for_the_schema_as_often_as_the_limit(int beyond, int errors) =>
        Assert.Equal(
            errors,
            Errors(
                    Aliases(Limits.MaxIntrospectionFields + beyond, "__type(name: \"Query\") { name }"),
                    ValidationLimits.Request
                )
                .Count()
        );

    [Fact]
    public void Fragments_are_counted_as_often_as_they_are_spread_and_inner_fields_are_not() =>
        Assert.Equal(
            [
                "2:1 The operation selects more than 3 root fields. Ask for lists instead of single objects, or send several smaller requests.",
            ],
            Errors(
                """
                query Three { a { a { value b { value } } } ...two }
                query Four { ...two ... { ...two } }
                fragment two on Query { value b { value } }
                """,
                NoLimits with
                {
                    MaxRootFields = 3,
                }
            )
        );

    [Fact]
    public void The_name_of_the_root_type_does_not_count() =>
        Assert.Empty(Errors(Aliases(Limits.MaxRootFields + 1, "__typename"), ValidationLimits.Request));

    private static string Aliases(int count, string field) => $"{{ {Repeat(count, number => $"x{number}: {field}")} }}";
}
