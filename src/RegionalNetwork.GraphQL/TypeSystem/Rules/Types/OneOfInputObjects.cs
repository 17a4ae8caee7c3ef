using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// The fields of a OneOf input object are nullable and have no default. The type is OneOf from its definition on.
/// https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects
/// </summary>
internal static class OneOfInputObjects
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var draft in definitions.Types.Values.Where(draft => draft.IsOneOf))
        {
            foreach (var node in draft.Nodes.Where(node => node.IsExtension))
            {
                foreach (var directive in node.Directives.Where(TypeParts.IsOneOf))
                {
                    faults.Add(
                        SchemaFault.At(
                            $"Input Object {draft.Name} cannot become OneOf by an extension. Put @oneOf on its definition.",
                            directive
                        )
                    );
                }
            }

            foreach (var field in draft.InputFields)
            {
                Check($"OneOf input field {draft.Name}.{field.Name.Value}", field, faults);
            }
        }
    }

    private static void Check(string described, InputValueNode field, List<SchemaFault> faults)
    {
        if (field.Type is NonNullTypeNode)
        {
            faults.Add(SchemaFault.At($"{described} must be nullable.", field.Type));
        }

        if (field.DefaultValue is not null)
        {
            faults.Add(SchemaFault.At($"{described} cannot have a default value.", field));
        }
    }
}
