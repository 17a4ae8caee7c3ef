namespace RegionalNetwork.GraphQL.Language.Ast;

/// <summary>https://spec.graphql.org/September2025/#Value</summary>
public abstract record ValueNode(Span Span) : Node(Span);

public sealed record VariableNode(NameNode Name, Span Span) : ValueNode(Span);

/// <param name="Text">As written; range is checked when it is coerced.</param>
public sealed record IntValueNode(string Text, Span Span) : ValueNode(Span);

/// <param name="Text">As written.</param>
public sealed record FloatValueNode(string Text, Span Span) : ValueNode(Span);

/// <param name="Value">With escapes resolved; a block string with its common indentation removed.</param>
public sealed record StringValueNode(string Value, bool IsBlock, Span Span) : ValueNode(Span);

public sealed record BooleanValueNode(bool Value, Span Span) : ValueNode(Span);

public sealed record NullValueNode(Span Span) : ValueNode(Span);

public sealed record EnumValueNode(string Value, Span Span) : ValueNode(Span);

public sealed record ListValueNode(IReadOnlyList<ValueNode> Values, Span Span) : ValueNode(Span);

public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields, Span Span) : ValueNode(Span);

public sealed record ObjectFieldNode(NameNode Name, ValueNode Value, Span Span) : Node(Span);

/// <summary>https://spec.graphql.org/September2025/#Type</summary>
public abstract record TypeNode(Span Span) : Node(Span);

public sealed record NamedTypeNode(NameNode Name, Span Span) : TypeNode(Span);

public sealed record ListTypeNode(TypeNode Type, Span Span) : TypeNode(Span);

/// <param name="Type">A named or list type, never another non-null.</param>
public sealed record NonNullTypeNode(TypeNode Type, Span Span) : TypeNode(Span);
