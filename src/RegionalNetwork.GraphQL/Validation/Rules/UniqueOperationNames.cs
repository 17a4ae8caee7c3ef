using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Operation Name Uniqueness: https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness
/// <para>No two operations of a document have the same name, whatever their kinds.</para>
/// </summary>
internal sealed class UniqueOperationNames(ValidationContext context) : IValidationRule
{
    private readonly Dictionary<string, NameNode> _first = new(StringComparer.Ordinal);

    public void Subscribe(NodeSubscriptions on) => on.Enter<OperationDefinitionNode>(Check);

    private void Check(OperationDefinitionNode operation)
    {
        if (operation.Name is { } name && !_first.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one operation named \"{name.Value}\".", _first[name.Value], name);
        }
    }
}
