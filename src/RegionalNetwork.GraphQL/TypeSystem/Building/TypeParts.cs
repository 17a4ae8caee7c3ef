using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>The members that a definition or extension lists, whatever its kind.</summary>
internal static class TypeParts
{
    public static IReadOnlyList<FieldDefinitionNode> Fields(TypeSystemNode node) =>
        node switch
        {
            ObjectTypeNode type => type.Fields,
            InterfaceTypeNode type => type.Fields,
            _ => [],
        };

    public static IReadOnlyList<NamedTypeNode> Interfaces(TypeSystemNode node) =>
        node switch
        {
            ObjectTypeNode type => type.Interfaces,
            InterfaceTypeNode type => type.Interfaces,
            _ => [],
        };

    /// <summary>Arguments of fields and of the directive, and input fields.</summary>
    public static IEnumerable<InputValueNode> InputValues(TypeSystemNode node) =>
        node switch
        {
            DirectiveDefinitionNode directive => directive.Arguments,
            InputObjectTypeNode type => type.Fields,
            _ => Fields(node).SelectMany(field => field.Arguments),
        };

    /// <summary>Every type that the definition or extension names, in the order of the text.</summary>
    public static IEnumerable<NamedTypeNode> NamedTypes(TypeSystemNode node)
    {
        var own = node switch
        {
            SchemaNode schema => schema.OperationTypes.Select(operation => operation.Type),
            UnionTypeNode union => union.Types,
            _ => Interfaces(node),
        };
        var fields = Fields(node)
            .SelectMany(field => field.Arguments.Select(argument => argument.Type).Append(field.Type))
            .Select(NamedType);
        var inputs = node is DirectiveDefinitionNode or InputObjectTypeNode
            ? InputValues(node).Select(value => NamedType(value.Type))
            : [];
        return own.Concat(fields).Concat(inputs);
    }

    public static NamedTypeNode NamedType(TypeNode type) =>
        type switch
        {
            ListTypeNode list => NamedType(list.Type),
            NonNullTypeNode nonNull => NamedType(nonNull.Type),
            _ => (NamedTypeNode)type,
        };

    /// <summary>Must be given: non-null and without a default.</summary>
    public static bool IsRequired(InputValueNode value) => value.Type is NonNullTypeNode && value.DefaultValue is null;

    /// <summary>The <c>@deprecated</c> among the directives.</summary>
    public static DirectiveNode? Deprecation(IEnumerable<DirectiveNode> directives) =>
        directives.FirstOrDefault(directive => directive.Name.Value == "deprecated");

    public static bool IsOneOf(DirectiveNode directive) => directive.Name.Value == "oneOf";
}
