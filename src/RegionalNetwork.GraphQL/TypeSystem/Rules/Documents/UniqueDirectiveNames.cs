using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// All directives must have unique names. A source may define a built-in directive anew, once.
/// https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
internal static class UniqueDirectiveNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var node in definitions.Added.OfType<DirectiveDefinitionNode>().Select(node => node.Name))
        {
            if (definitions.Base?.Directives.ContainsKey(node.Value) == true)
            {
                faults.Add(
                    SchemaFault.At(
                        $"Directive \"@{node.Value}\" already exists in the schema. It cannot be redefined.",
                        node
                    )
                );
            }
            else if (!first.TryAdd(node.Value, node))
            {
                faults.Add(
                    SchemaFault.At($"There can be only one directive named \"@{node.Value}\".", first[node.Value], node)
                );
            }
        }
    }
}
