namespace RegionalNetwork.GraphQL.Language.Ast;

/// <summary>https://spec.graphql.org/September2025/#TypeSystemDefinitionOrExtension. Every kind comes as a definition and as an
/// extension; an extension has no description and <see cref="IsExtension"/> set.</summary>
public abstract record TypeSystemNode(bool IsExtension, StringValueNode? Description, Span Span) : DefinitionNode(Span);

public sealed record SchemaNode(
    bool IsExtension,
    StringValueNode? Description,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<OperationTypeNode> OperationTypes,
    Span Span
) : TypeSystemNode(IsExtension, Description, Span);

public sealed record OperationTypeNode(OperationKind Operation, NamedTypeNode Type, Span Span) : Node(Span);

public sealed record DirectiveDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<NameNode> Locations,
    Span Span
) : TypeSystemNode(false, Description, Span);

public abstract record TypeDefinitionNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    Span Span
) : TypeSystemNode(IsExtension, Description, Span);

public sealed record ScalarTypeNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    Span Span
) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Span);

public sealed record ObjectTypeNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields,
    Span Span
) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Span);

public sealed record InterfaceTypeNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields,
    Span Span
) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Span);

public sealed record UnionTypeNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Types,
    Span Span
) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Span);

public sealed record EnumTypeNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinitionNode> Values,
    Span Span
) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Span);

public sealed record InputObjectTypeNode(
    bool IsExtension,
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueNode> Fields,
    Span Span
) : TypeDefinitionNode(IsExtension, Description, Name, Directives, Span);

public sealed record FieldDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<InputValueNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives,
    Span Span
) : Node(Span);

/// <summary>An argument definition or an input field definition: the specification's InputValueDefinition.</summary>
public sealed record InputValueNode(
    StringValueNode? Description,
    NameNode Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    Span Span
) : Node(Span);

public sealed record EnumValueDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    Span Span
) : Node(Span);
