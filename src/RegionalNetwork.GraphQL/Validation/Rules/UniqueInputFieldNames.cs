using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Input Object Field Uniqueness: https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness
/// <para>An input object literal gives each field once at most.</para>
/// </summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : IValidationRule
{
    public void Subscribe(NodeSubscriptions on) => on.Enter<ObjectValueNode>(Check);

    private void Check(ObjectValueNode value)
    {
        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in value.Fields.Select(field => field.Name))
        {
            if (!first.TryAdd(name.Value, name))
            {
                context.Report($"There can be only one input field named \"{name.Value}\".", first[name.Value], name);
            }
        }
    }
}
