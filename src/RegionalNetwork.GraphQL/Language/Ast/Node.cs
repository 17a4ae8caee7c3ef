using System.Runtime.CompilerServices;

namespace RegionalNetwork.GraphQL.Language.Ast;

/// <summary>
/// A node of a syntax tree. Immutable; equal only to itself, because the same text in two places is two nodes.
/// </summary>
public abstract record Node(Span Span)
{
    public virtual bool Equals(Node? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

public sealed record NameNode(string Value, Span Span) : Node(Span);

/// <summary>https://spec.graphql.org/September2025/#Document</summary>
public sealed record DocumentNode(IReadOnlyList<DefinitionNode> Definitions, Span Span) : Node(Span);

public abstract record DefinitionNode(Span Span) : Node(Span);
