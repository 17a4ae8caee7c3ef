using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Operation Type Existence: https://spec.graphql.org/September2025/#sec-Operation-Type-Existence
/// <para>The schema has a root type for every kind of operation in the document.</para>
/// </summary>
internal sealed class OperationTypeExistence(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        if (context.Schema.RootType(operation.Operation) is null)
        {
            var kind = operation.Operation.ToString().ToLowerInvariant();
            context.Report($"The {kind} operation is not supported by the schema.", operation);
        }
    }
}
