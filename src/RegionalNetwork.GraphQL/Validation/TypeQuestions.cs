using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Validation;

/// <summary>What the specification asks of types, in its own words. https://spec.graphql.org/September2025/#sec-Types</summary>
internal static class TypeQuestions
{
    public static bool IsComposite(this NamedType type) => type is FieldsType or UnionType;

    public static bool IsAbstract(this NamedType type) => type is InterfaceType or UnionType;

    public static bool IsLeaf(this NamedType type) => type is ScalarType or EnumType;

    /// <summary>https://spec.graphql.org/September2025/#IsInputType()</summary>
    public static bool IsInput(this NamedType type) => type is ScalarType or EnumType or InputObjectType;

    public static GraphQLType? Nullable(this GraphQLType? type) => type is NonNullType nonNull ? nonNull.OfType : type;

    /// <summary>The type that a type reference names, or null where the schema has no such type.</summary>
    public static GraphQLType? TypeOf(this Schema schema, TypeNode node) =>
        node switch
        {
            NamedTypeNode named => schema.Types.GetValueOrDefault(named.Name.Value),
            ListTypeNode list => schema.TypeOf(list.Type) is { } item ? new ListType(item) : null,
            NonNullTypeNode nonNull => schema.TypeOf(nonNull.Type) is { } inner ? new NonNullType(inner) : null,
            _ => null,
        };

    public static NamedType? OutputType(this Schema schema, NamedTypeNode node) =>
        schema.Types.GetValueOrDefault(node.Name.Value) is { } type and not InputObjectType ? type : null;

    /// <summary>The definition of a field that may be selected on a composite type, introspection fields included.</summary>
    public static Field? FieldOf(this Schema schema, NamedType? parent, string name) =>
        name switch
        {
            _ when parent is null => null,
            "__typename" => schema.MetaFields.Typename,
            "__schema" when ReferenceEquals(parent, schema.QueryType) => schema.MetaFields.Schema,
            "__type" when ReferenceEquals(parent, schema.QueryType) => schema.MetaFields.Type,
            _ => (parent as FieldsType)?.Fields.GetValueOrDefault(name),
        };

    /// <summary>https://spec.graphql.org/September2025/#AreTypesCompatible()</summary>
    public static bool AreCompatible(GraphQLType variableType, GraphQLType locationType) =>
        (variableType, locationType) switch
        {
            (NonNullType variable, NonNullType location) => AreCompatible(variable.OfType, location.OfType),
            (_, NonNullType) => false,
            (NonNullType variable, _) => AreCompatible(variable.OfType, locationType),
            (ListType variable, ListType location) => AreCompatible(variable.OfType, location.OfType),
            (ListType, _) or (_, ListType) => false,
            _ => ReferenceEquals(variableType, locationType),
        };
}
