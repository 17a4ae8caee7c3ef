using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// All Variable Uses Defined: https://spec.graphql.org/September2025/#sec-All-Variable-Uses-Defined
/// <para>An operation defines every variable that it or a fragment of it uses.</para>
/// </summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Leave<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        var defined = operation
            .VariableDefinitions.Select(definition => definition.Variable.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var usage in context.Usages.Of(operation).Where(usage => !defined.Contains(usage.Node.Name.Value)))
        {
            var where = operation.Name is { } name ? $" by operation \"{name.Value}\"" : "";
            context.Report($"Variable \"${usage.Node.Name.Value}\" is not defined{where}.", usage.Node, operation);
        }
    }
}
