using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Building;

namespace RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

/// <summary>
/// Object, interface, enum and input object types have members; so have unions.
/// https://spec.graphql.org/September2025/#sec-Objects.Type-Validation
/// </summary>
internal static class TypesHaveMembers
{
    public static void Check(SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        foreach (var draft in definitions.Types.Values.Where(draft => !draft.IsBuiltIn))
        {
            var missing = draft.Main switch
            {
                ObjectTypeNode or InterfaceTypeNode when !draft.Fields.Any() =>
                    $"Type {draft.Name} must define one or more fields.",
                UnionTypeNode when !draft.UnionMembers.Any() =>
                    $"Union type {draft.Name} must define one or more member types.",
                EnumTypeNode when !draft.EnumValues.Any() => $"Enum type {draft.Name} must define one or more values.",
                InputObjectTypeNode when !draft.InputFields.Any() =>
                    $"Input Object type {draft.Name} must define one or more fields.",
                _ => null,
            };
            if (missing is not null)
            {
                faults.Add(SchemaFault.At(missing, draft.Nodes));
            }
        }
    }
}
