using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Execution.Compilation;

/// <summary>What is asked of an object of one type: equal where the same occurrences of fields ask for it.</summary>
internal sealed record FieldsKey(ObjectType Type, FieldNode[] Nodes)
{
    public bool Equals(FieldsKey? other) =>
        other is not null && ReferenceEquals(Type, other.Type) && Nodes.AsSpan().SequenceEqual(other.Nodes);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Type.Name, StringComparer.Ordinal);
        foreach (var node in Nodes)
        {
            hash.Add(node);
        }

        return hash.ToHashCode();
    }
}
