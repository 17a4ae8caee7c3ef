using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// All Variables Used: https://spec.graphql.org/September2025/#sec-All-Variables-Used
/// <para>An operation, or a fragment of it, uses every variable that the operation defines.</para>
/// </summary>
internal sealed class NoUnusedVariables(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Leave<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        var used = context
            .Usages.Of(operation)
            .Select(usage => usage.Node.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            var variable = definition.Variable.Name.Value;
            if (!used.Contains(variable))
            {
                var where = operation.Name is { } name ? $" in operation \"{name.Value}\"" : "";
                context.Report($"Variable \"${variable}\" is never used{where}.", definition);
            }
        }
    }
}
