using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class UniqueInputFieldNamesTests() : RuleTests(nameof(UniqueInputFieldNames))
{
    [Fact]
    public void Same_field_of_two_objects_is_accepted() =>
        Accepts(
            """
            { anything(value: [{ a: 1, b: { a: 2 } }, { a: 3 }]) }
            """
        );

    [Fact]
    public void Field_twice_is_refused() =>
        Refuses(
            """
            {
              findDog(searchBy: { name: "Fido", name: "Rex" }) { name }
            }
            """,
            "2:23 2:37 There can be only one input field named \"name\"."
        );
}
