using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>https://spec.graphql.org/September2025/#sec-Types</summary>
public abstract class GraphQLType
{
    /// <summary>The type without its list and non-null wrappers.</summary>
    public abstract NamedType Named { get; }

    public abstract override string ToString();
}

public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"[{OfType}]";
}

public sealed class NonNullType(GraphQLType ofType) : GraphQLType
{
    /// <summary>A named or list type.</summary>
    public GraphQLType OfType { get; } = ofType;

    public override NamedType Named => OfType.Named;

    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name of its own. Two named types of one schema are the same object when their names are.</summary>
/// <param name="nodes">The definition, if any, and its extensions, in order.</param>
public abstract class NamedType(string name, string? description, IReadOnlyList<TypeDefinitionNode> nodes) : GraphQLType
{
    public string Name { get; } = name;

    public string? Description { get; } = description;

    public IReadOnlyList<TypeDefinitionNode> Nodes { get; } = nodes;

    public override NamedType Named => this;

    /// <summary>Directives applied to the definition and its extensions, in order.</summary>
    public IEnumerable<DirectiveNode> AppliedDirectives => Nodes.SelectMany(node => node.Directives);

    public override string ToString() => Name;
}

/// <summary>https://spec.graphql.org/September2025/#sec-Scalars. How its values are coerced is in <see cref="Coercion"/>.</summary>
public sealed class ScalarType(
    string name,
    string? description,
    string? specifiedByUrl,
    IScalarCoercion coercion,
    IReadOnlyList<TypeDefinitionNode> nodes
) : NamedType(name, description, nodes)
{
    public string? SpecifiedByUrl { get; } = specifiedByUrl;

    public IScalarCoercion Coercion { get; } = coercion;
}

/// <summary>An object or interface type: what has fields and may implement interfaces.</summary>
public abstract class FieldsType(string name, string? description, IReadOnlyList<TypeDefinitionNode> nodes)
    : NamedType(name, description, nodes)
{
    /// <summary>In order of definition.</summary>
    public OrderedDictionary<string, Field> Fields { get; } = new(StringComparer.Ordinal);

    public List<InterfaceType> Interfaces { get; } = [];
}

public sealed class ObjectType(string name, string? description, IReadOnlyList<TypeDefinitionNode> nodes)
    : FieldsType(name, description, nodes);

public sealed class InterfaceType(string name, string? description, IReadOnlyList<TypeDefinitionNode> nodes)
    : FieldsType(name, description, nodes);

public sealed class UnionType(string name, string? description, IReadOnlyList<TypeDefinitionNode> nodes)
    : NamedType(name, description, nodes)
{
    public List<ObjectType> Members { get; } = [];
}

public sealed class EnumType(string name, string? description, IReadOnlyList<TypeDefinitionNode> nodes)
    : NamedType(name, description, nodes)
{
    public OrderedDictionary<string, EnumValue> Values { get; } = new(StringComparer.Ordinal);
}

public sealed class InputObjectType(
    string name,
    string? description,
    bool isOneOf,
    IReadOnlyList<TypeDefinitionNode> nodes
) : NamedType(name, description, nodes)
{
    /// <summary>Carries <c>@oneOf</c>: exactly one field is given, and not null.</summary>
    public bool IsOneOf { get; } = isOneOf;

    public OrderedDictionary<string, InputValue> Fields { get; } = new(StringComparer.Ordinal);
}
