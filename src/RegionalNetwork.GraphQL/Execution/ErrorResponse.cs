using System.Buffers;
using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>A response to a request that was not executed.</summary>
public static class ErrorResponse
{
    /// <summary>Writes <c>[...]</c>, the errors alone, as JSON in UTF-8.</summary>
    public static void WriteList(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        using var buffer = new JsonBuffer(int.MaxValue);
        ErrorWriter.WriteList(errors, buffer);
        output.Write(buffer.Written);
    }

    /// <summary>Writes <c>{"errors":[...]}</c> as JSON in UTF-8.</summary>
    public static void Write(IReadOnlyList<GraphQLError> errors, IBufferWriter<byte> output)
    {
        using var buffer = new JsonBuffer(int.MaxValue);
        buffer.WriteByte((byte)'{');
        ErrorWriter.Write(errors, buffer);
        buffer.WriteByte((byte)'}');
        output.Write(buffer.Written);
    }
}
