using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// Each kind of operation has at most one root type.
/// https://spec.graphql.org/September2025/#sec-Root-Operation-Types
/// </summary>
internal static class UniqueOperationTypes
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var first = new Dictionary<OperationKind, OperationTypeNode>();
        foreach (var node in definitions.Added.OfType<SchemaNode>().SelectMany(schema => schema.OperationTypes))
        {
            var word = node.Operation.ToString().ToLowerInvariant();
            if (definitions.Base?.RootType(node.Operation) is not null)
            {
                faults.Add(
                    SchemaFault.At($"Type for {word} already defined in the schema. It cannot be redefined.", node)
                );
            }
            else if (!first.TryAdd(node.Operation, node))
            {
                faults.Add(
                    SchemaFault.At($"There can be only one {word} type in schema.", first[node.Operation], node)
                );
            }
        }
    }
}
