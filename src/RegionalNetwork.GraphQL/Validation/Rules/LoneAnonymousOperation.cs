using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Lone Anonymous Operation: https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation
/// <para>An operation without a name is the only operation of its document.</para>
/// </summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : IValidationRule
{
    private int _operations;

    public void Subscribe(NodeSubscriptions on)
    {
        on.Enter<DocumentNode>(document =>
            _operations = document.Definitions.OfType<OperationDefinitionNode>().Count()
        );
        on.Enter<OperationDefinitionNode>(Check);
    }

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.Name is null && _operations > 1)
        {
            context.Report("This anonymous operation must be the only defined operation.", operation);
        }
    }
}
