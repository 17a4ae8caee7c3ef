using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>https://spec.graphql.org/September2025/#FieldDefinition</summary>
public sealed class Field(
    string name,
    string? description,
    GraphQLType type,
    OrderedDictionary<string, InputValue> arguments,
    string? deprecationReason,
    FieldDefinitionNode? node
)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public OrderedDictionary<string, InputValue> Arguments { get; } = arguments;

    /// <summary>Null where the field is not deprecated.</summary>
    public string? DeprecationReason { get; } = deprecationReason;

    /// <summary>Null for introspection fields.</summary>
    public FieldDefinitionNode? Node { get; } = node;
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue(
    string name,
    string? description,
    GraphQLType type,
    ValueNode? defaultValue,
    string? deprecationReason,
    InputValueNode? node
)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public GraphQLType Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public string? DeprecationReason { get; } = deprecationReason;

    public InputValueNode? Node { get; } = node;

    /// <summary>Must be given: non-null and without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}

public sealed class EnumValue(
    string name,
    string? description,
    string? deprecationReason,
    EnumValueDefinitionNode? node
)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public string? DeprecationReason { get; } = deprecationReason;

    public EnumValueDefinitionNode? Node { get; } = node;
}

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System.Directives</summary>
public sealed class Directive(
    string name,
    string? description,
    OrderedDictionary<string, InputValue> arguments,
    bool isRepeatable,
    IReadOnlyList<DirectiveLocation> locations,
    DirectiveDefinitionNode? node
)
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public OrderedDictionary<string, InputValue> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<DirectiveLocation> Locations { get; } = locations;

    public DirectiveDefinitionNode? Node { get; } = node;
}

/// <summary>https://spec.graphql.org/September2025/#DirectiveLocation. Names on the wire are in upper snake case.</summary>
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
}
