namespace RegionalNetwork.GraphQL.Language.Ast;

public enum OperationKind
{
    Query,
    Mutation,
    Subscription,
}

/// <summary>https://spec.graphql.org/September2025/#OperationDefinition</summary>
/// <param name="IsShorthand">Written as a bare selection set.</param>
public sealed record OperationDefinitionNode(
    StringValueNode? Description,
    OperationKind Operation,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> VariableDefinitions,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    bool IsShorthand,
    Span Span
) : DefinitionNode(Span);

/// <summary>https://spec.graphql.org/September2025/#FragmentDefinition</summary>
public sealed record FragmentDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Span Span
) : DefinitionNode(Span);

/// <summary>https://spec.graphql.org/September2025/#VariableDefinition</summary>
public sealed record VariableDefinitionNode(
    StringValueNode? Description,
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives,
    Span Span
) : Node(Span);

public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections, Span Span) : Node(Span);

public abstract record SelectionNode(IReadOnlyList<DirectiveNode> Directives, Span Span) : Node(Span);

public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Span Span
) : SelectionNode(Directives, Span)
{
    /// <summary>The key of the field in the response: its alias, else its name.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

public sealed record FragmentSpreadNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives, Span Span)
    : SelectionNode(Directives, Span);

public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Span Span
) : SelectionNode(Directives, Span);

public sealed record ArgumentNode(NameNode Name, ValueNode Value, Span Span) : Node(Span);

public sealed record DirectiveNode(NameNode Name, IReadOnlyList<ArgumentNode> Arguments, Span Span) : Node(Span);
