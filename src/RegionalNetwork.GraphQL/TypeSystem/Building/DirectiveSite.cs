using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem.Building;

/// <summary>A place of a type-system document that directives are applied at.</summary>
/// <param name="Subject">What the directives are about: equal for a definition and its extensions.</param>
internal readonly record struct DirectiveSite(
    object Subject,
    DirectiveLocation Location,
    IReadOnlyList<DirectiveNode> Directives
)
{
    /// <summary>The node itself, then its members from top to bottom.</summary>
    public static IEnumerable<DirectiveSite> Of(TypeSystemNode node)
    {
        var own = node switch
        {
            SchemaNode schema => new DirectiveSite(typeof(SchemaNode), DirectiveLocation.Schema, schema.Directives),
            TypeDefinitionNode type => new DirectiveSite(type.Name.Value, LocationOf(type), type.Directives),
            _ => new DirectiveSite(node, default, []),
        };
        return Members(node).Prepend(own).Where(site => site.Directives.Count > 0);
    }

    private static IEnumerable<DirectiveSite> Members(TypeSystemNode node) =>
        node switch
        {
            EnumTypeNode type => type.Values.Select(value => new DirectiveSite(
                value,
                DirectiveLocation.EnumValue,
                value.Directives
            )),
            InputObjectTypeNode type => type.Fields.Select(field => new DirectiveSite(
                field,
                DirectiveLocation.InputFieldDefinition,
                field.Directives
            )),
            DirectiveDefinitionNode directive => directive.Arguments.Select(Argument),
            _ => TypeParts
                .Fields(node)
                .SelectMany(field =>
                    field
                        .Arguments.Select(Argument)
                        .Prepend(new DirectiveSite(field, DirectiveLocation.FieldDefinition, field.Directives))
                ),
        };

    private static DirectiveSite Argument(InputValueNode argument) =>
        new(argument, DirectiveLocation.ArgumentDefinition, argument.Directives);

    private static DirectiveLocation LocationOf(TypeDefinitionNode node) =>
        node switch
        {
            ScalarTypeNode => DirectiveLocation.Scalar,
            ObjectTypeNode => DirectiveLocation.Object,
            InterfaceTypeNode => DirectiveLocation.Interface,
            UnionTypeNode => DirectiveLocation.Union,
            EnumTypeNode => DirectiveLocation.Enum,
            _ => DirectiveLocation.InputObject,
        };
}
