using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Variable Uniqueness: https://spec.graphql.org/September2025/#sec-Variable-Uniqueness
/// <para>No two variables of an operation have the same name.</para>
/// </summary>
internal sealed class UniqueVariableNames(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        var names = operation.VariableDefinitions.Select(definition => definition.Variable.Name);
        foreach (var same in names.GroupBy(name => name.Value).Where(group => group.Skip(1).Any()))
        {
            context.Report($"There can be only one variable named \"${same.Key}\".", same);
        }
    }
}
