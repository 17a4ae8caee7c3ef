using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// The values of an enum, extensions included, have unique names.
/// https://spec.graphql.org/September2025/#sec-Enums.Type-Validation
/// </summary>
internal static class UniqueEnumValueNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var group in definitions.AddedTypes.OfType<EnumTypeNode>().GroupBy(node => node.Name.Value))
        {
            UniqueMembers.Check(
                group.SelectMany(node => node.Values).Select(value => value.Name),
                definitions.Base?.FindDefined(group.Key)?.EnumValues.Select(value => value.Name.Value) ?? [],
                name => $"Enum value \"{group.Key}.{name}\"",
                faults
            );
        }
    }
}
