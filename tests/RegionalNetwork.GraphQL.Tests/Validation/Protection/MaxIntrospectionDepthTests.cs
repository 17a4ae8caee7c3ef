using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation.Protection;

public sealed class MaxIntrospectionDepthTests : ProtectionTests
{
    [Fact]
    public void Two_lists_inside_one_another_are_accepted() =>
        Assert.Empty(
            Errors(
                """
                { __schema { types { interfaces { fields { name } } inputFields { name } } } }
                """,
                ValidationLimits.Request
            )
        );

    [Fact]
    public void Three_lists_inside_one_another_are_refused() =>
        Assert.Equal(
            ["1:3 Maximum introspection depth exceeded", "2:3 Maximum introspection depth exceeded"],
            Errors(
                """
                { __schema { types { fields { type { ...possible } } } }
                  __type(name: "Query") { fields { type { fields { type { interfaces { name } } } } } } }
                fragment possible on __Type { possibleTypes { fields { name } } }
                """,
                ValidationLimits.Request
            )
        );

    [Fact]
    public void Fields_of_the_same_names_outside_introspection_do_not_count() =>
        Assert.DoesNotContain(
            "1:1 Maximum introspection depth exceeded",
            Errors("{ fields { fields { fields { value } } } }", ValidationLimits.Request)
        );
}
