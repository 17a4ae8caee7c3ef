using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// Names that begin with two underscores belong to introspection.
/// https://spec.graphql.org/September2025/#sec-Names.Reserved-Names
/// </summary>
internal static class ReservedNames
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.Added)
        {
            foreach (var (name, place) in NamesOf(node).Where(named => BuiltInNames.IsReserved(named.Name.Value)))
            {
                faults.Add(
                    SchemaFault.At(
                        $"Name \"{name.Value}\" must not begin with \"__\", which is reserved by GraphQL introspection.",
                        place
                    )
                );
            }
        }
    }

    private static IEnumerable<(NameNode Name, Node Place)> NamesOf(TypeSystemNode node)
    {
        var own = node switch
        {
            DirectiveDefinitionNode directive => directive.Name,
            TypeDefinitionNode { IsExtension: false } type => type.Name,
            _ => null,
        };
        return (own is null ? [] : new (NameNode, Node)[] { (own, node) })
            .Concat(TypeParts.Fields(node).Select(field => (field.Name, (Node)field)))
            .Concat(TypeParts.InputValues(node).Select(value => (value.Name, (Node)value)))
            .Concat(node is EnumTypeNode enumType ? enumType.Values.Select(value => (value.Name, (Node)value)) : []);
    }
}
