using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Documents;

/// <summary>
/// The type that an extension names is defined, and of the same kind.
/// https://spec.graphql.org/September2025/#sec-Type-Extensions
/// </summary>
internal static class PossibleTypeExtensions
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var node in definitions.AddedTypes.Where(node => node.IsExtension))
        {
            var name = node.Name.Value;
            var inSources = definitions.AddedTypes.LastOrDefault(other =>
                !other.IsExtension && other.Name.Value == name
            );
            var defined = inSources ?? definitions.Base?.FindDefined(name)?.Definition;
            if (defined is null)
            {
                var names = definitions.Types.Values.Where(draft => draft.Definition is not null && !draft.IsBuiltIn);
                var suggestion = DidYouMean.Among(name, names.Select(draft => draft.Name));
                faults.Add(
                    SchemaFault.At($"Cannot extend type \"{name}\" because it is not defined.{suggestion}", node.Name)
                );
            }
            else if (defined.GetType() != node.GetType())
            {
                Node[] places = inSources is null ? [node] : [inSources, node];
                faults.Add(SchemaFault.At($"Cannot extend non-{KindWord(node)} type \"{name}\".", places));
            }
        }
    }

    private static string KindWord(TypeDefinitionNode node) =>
        node switch
        {
            ScalarTypeNode => "scalar",
            ObjectTypeNode => "object",
            InterfaceTypeNode => "interface",
            UnionTypeNode => "union",
            EnumTypeNode => "enum",
            _ => "input object",
        };
}
