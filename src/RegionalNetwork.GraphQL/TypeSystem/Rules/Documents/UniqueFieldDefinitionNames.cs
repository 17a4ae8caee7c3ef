using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// The fields of a type, extensions included, have unique names.
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation
/// </summary>
internal static class UniqueFieldDefinitionNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var group in definitions.AddedTypes.GroupBy(node => node.Name.Value))
        {
            var existing = definitions.Base?.FindDefined(group.Key)?.Nodes ?? [];
            UniqueMembers.Check(
                group.SelectMany(FieldNames),
                existing.SelectMany(FieldNames).Select(name => name.Value),
                name => $"Field \"{group.Key}.{name}\"",
                faults
            );
        }
    }

    private static IEnumerable<NameNode> FieldNames(TypeDefinitionNode node) =>
        node is InputObjectTypeNode input
            ? input.Fields.Select(field => field.Name)
            : TypeParts.Fields(node).Select(field => field.Name);
}
