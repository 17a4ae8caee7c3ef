using System.Text;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Plans;

/// <summary>A field of a response: what the document asks for under one response name of one object.</summary>
/// <param name="nodes">Its occurrences, merged; at least one.</param>
/// <param name="isFirst">Opens its object.</param>
internal sealed class FieldUsage(ObjectType parent, Field definition, IReadOnlyList<FieldNode> nodes, bool isFirst)
{
    public Field Definition { get; } = definition;

    public IReadOnlyList<FieldNode> Nodes { get; } = nodes;

    public string ResponseName { get; } = nodes[0].ResponseName;

    /// <summary>What stands before the value. A response name is a Name of the grammar: nothing in it needs escaping.</summary>
    public byte[] Prefix { get; } = Encoding.UTF8.GetBytes($"{(isFirst ? '{' : ',')}\"{nodes[0].ResponseName}\":");

    public bool IsNonNull => Definition.Type is NonNullType;

    public string Coordinate => $"{parent.Name}.{Definition.Name}";

    /// <summary>Worked out only for an error.</summary>
    public IReadOnlyList<SourceLocation> Locations => [.. Nodes.Select(node => node.Span.Location)];
}
