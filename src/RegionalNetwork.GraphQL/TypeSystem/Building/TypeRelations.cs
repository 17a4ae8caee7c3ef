using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>How written types relate, before there are types.</summary>
internal static class TypeRelations
{
    public static bool IsSame(TypeNode one, TypeNode other) =>
        (one, other) switch
        {
            (NonNullTypeNode first, NonNullTypeNode second) => IsSame(first.Type, second.Type),
            (ListTypeNode first, ListTypeNode second) => IsSame(first.Type, second.Type),
            (NamedTypeNode first, NamedTypeNode second) => first.Name.Value == second.Name.Value,
            _ => false,
        };

    /// <summary>https://spec.graphql.org/September2025/#IsValidImplementationFieldType()</summary>
    public static bool IsSubType(SchemaDefinitions definitions, TypeNode type, TypeNode superType) =>
        (type, superType) switch
        {
            (NonNullTypeNode own, NonNullTypeNode super) => IsSubType(definitions, own.Type, super.Type),
            (NonNullTypeNode own, _) => IsSubType(definitions, own.Type, superType),
            (ListTypeNode own, ListTypeNode super) => IsSubType(definitions, own.Type, super.Type),
            (NamedTypeNode own, NamedTypeNode super) => IsSubType(definitions, own, super),
            _ => false,
        };

    private static bool IsSubType(SchemaDefinitions definitions, NamedTypeNode type, NamedTypeNode superType)
    {
        if (type.Name.Value == superType.Name.Value)
        {
            return true;
        }

        var own = definitions.Find(type);
        var super = definitions.Find(superType);
        return super?.Main switch
        {
            InterfaceTypeNode => own is not null && own.Interfaces.Any(name => name.Name.Value == super.Name),
            UnionTypeNode => super.UnionMembers.Any(member => member.Name.Value == type.Name.Value),
            _ => false,
        };
    }
}
