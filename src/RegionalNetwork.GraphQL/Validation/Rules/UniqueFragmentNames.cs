using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Validation.Rules;

/// <summary>
/// Fragment Name Uniqueness: https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness
/// <para>No two fragments of a document have the same name.</para>
/// </summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : IValidationRule
{
    private readonly Dictionary<string, NameNode> _first = new(StringComparer.Ordinal);

    public void Subscribe(NodeSubscriptions on) => on.Enter<FragmentDefinitionNode>(Check);

    private void Check(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_first.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one fragment named \"{name.Value}\".", _first[name.Value], name);
        }
    }
}
