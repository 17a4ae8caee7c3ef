using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Rules;

public sealed class OperationTypeExistenceTests() : RuleTests(nameof(OperationTypeExistence))
{
    private static readonly Schema QueriesOnly = SchemaBuilder.Build("type Query { hello: String }");

    [Fact]
    public void Operations_with_a_root_type_are_accepted() =>
        Accepts(
            """
            query a { dog { name } }
            mutation b { addPet { name } }
            subscription c { newMessage { body } }
            """
        );

    [Fact]
    public void Operations_without_a_root_type_are_refused() =>
        Refuses(
            QueriesOnly,
            """
            query a { hello }
            mutation b { hello }
            subscription c { hello }
            """,
            "2:1 The mutation operation is not supported by the schema.",
            "3:1 The subscription operation is not supported by the schema."
        );
}
