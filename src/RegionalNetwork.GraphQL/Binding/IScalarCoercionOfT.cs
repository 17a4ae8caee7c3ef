using System.Buffers;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Binding;

/// <summary>The coercion of a custom scalar whose values are <typeparamref name="T"/> in C#, written without boxing.</summary>
/// <remarks>Its <see cref="IScalarCoercion.CoerceLiteral"/> and <see cref="IScalarCoercion.CoerceVariable"/> give a
/// <typeparamref name="T"/>.</remarks>
public interface IScalarCoercion<in T> : IScalarCoercion
    where T : notnull
{
    void WriteResult(T value, IBufferWriter<byte> output);
}
