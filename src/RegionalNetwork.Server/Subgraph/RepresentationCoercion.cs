using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.Server.Subgraph;

/// <summary>
/// <c>_Any</c>. Takes whatever comes: a reference that cannot be read is an error at its own place in the answer, not one that
/// refuses the references beside it.
/// </summary>
internal sealed class RepresentationCoercion : IScalarCoercion<Representation>
{
    public object? CoerceLiteral(ValueNode literal) =>
        literal is ObjectValueNode fields
            ? new Representation(
                TextOf(fields, Representation.TypeField),
                TextOf(fields, Representation.IdField),
                TextOf(fields, Representation.CodeField)
            )
            : Representation.Unreadable;

    public object? CoerceVariable(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? new Representation(
                TextOf(value, Representation.TypeField),
                TextOf(value, Representation.IdField),
                TextOf(value, Representation.CodeField)
            )
            : Representation.Unreadable;

    /// <summary>No field has the type <c>_Any</c>, so there is never one to write.</summary>
    public void WriteResult(Representation value, IBufferWriter<byte> output) => throw NoResult();

    public void WriteResult(object value, IBufferWriter<byte> output) => throw NoResult();

    private static string? TextOf(ObjectValueNode fields, string name)
    {
        foreach (var field in fields.Fields)
        {
            if (field.Name.Value == name)
            {
                return (field.Value as StringValueNode)?.Value;
            }
        }

        return null;
    }

    private static string? TextOf(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static NotSupportedException NoResult() => new("_Any is for arguments only.");
}
