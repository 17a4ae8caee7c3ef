using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// All types must have unique names, those that are built in included.
/// https://spec.graphql.org/September2025/#sec-Schema
/// </summary>
internal static class UniqueTypeNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        var first = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var node in definitions.AddedTypes.Where(node => !node.IsExtension).Select(node => node.Name))
        {
            if (BuiltInNames.IsScalar(node.Value))
            {
                faults.Add(SchemaFault.At($"Type \"{node.Value}\" is built in. Remove this definition.", node));
            }
            else if (definitions.Base?.FindDefined(node.Value) is not null)
            {
                faults.Add(
                    SchemaFault.At(
                        $"Type \"{node.Value}\" already exists in the schema. It cannot also be defined in this type definition.",
                        node
                    )
                );
            }
            else if (!first.TryAdd(node.Value, node))
            {
                faults.Add(
                    SchemaFault.At($"There can be only one type named \"{node.Value}\".", first[node.Value], node)
                );
            }
        }
    }
}
