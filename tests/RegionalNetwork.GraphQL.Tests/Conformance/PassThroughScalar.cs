using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Binding;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem.Scalars;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>A custom scalar whose values are whatever they are, as those of the reference's schemas made from SDL.</summary>
internal sealed class PassThroughScalar : IScalarCoercion<object>
{
    public static readonly PassThroughScalar Instance = new();

    public object? CoerceLiteral(ValueNode literal) => PassThroughCoercion.Instance.CoerceLiteral(literal);

    public object? CoerceVariable(JsonElement value) => PassThroughCoercion.Instance.CoerceVariable(value);

    public void WriteResult(object value, IBufferWriter<byte> output) =>
        PassThroughCoercion.Instance.WriteResult(value, output);
}
