using System.Buffers;
using System.Text.Json;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.TypeSystem;

/// <summary>
/// How a scalar's values come in and go out: https://spec.graphql.org/September2025/#sec-Scalars. Implementations are
/// stateless. A value that does not fit throws <see cref="CoercionException"/>; the caller adds path and location.
/// </summary>
public interface IScalarCoercion
{
    /// <summary>From a literal in a document. Never sees a variable; may see null only inside a custom scalar's list or object.</summary>
    object? CoerceLiteral(ValueNode literal);

    /// <summary>From a variable's JSON.</summary>
    object? CoerceVariable(JsonElement value);

    /// <summary>Writes a resolver's value, never null, as JSON.</summary>
    void WriteResult(object value, IBufferWriter<byte> output);
}

/// <summary>A value that a scalar or enum does not accept. The message is meant for the client.</summary>
public sealed class CoercionException(string message) : Exception(message);
