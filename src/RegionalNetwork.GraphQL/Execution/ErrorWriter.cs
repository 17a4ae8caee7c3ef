using RegionalNetwork.GraphQL.Binding.Outputs;
using RegionalNetwork.GraphQL.Errors;

namespace RegionalNetwork.GraphQL.Execution;

/// <summary>https://spec.graphql.org/September2025/#sec-Errors</summary>
internal static class ErrorWriter
{
    private static readonly IntFormat Int = new();

    public static void Write(IReadOnlyList<GraphQLError> errors, JsonBuffer buffer)
    {
        buffer.WriteRaw("\"errors\":"u8);
        WriteList(errors, buffer);
    }

    public static void WriteList(IReadOnlyList<GraphQLError> errors, JsonBuffer buffer)
    {
        buffer.WriteByte((byte)'[');
        for (var i = 0; i < errors.Count; i++)
        {
            buffer.WriteRaw(i == 0 ? "{\"message\":"u8 : ",{\"message\":"u8);
            buffer.WriteString(errors[i].Message);
            WriteLocations(errors[i], buffer);
            WritePath(errors[i], buffer);
            if (errors[i].Code is { } code)
            {
                buffer.WriteRaw(",\"extensions\":{\"code\":"u8);
                buffer.WriteString(code);
                buffer.WriteByte((byte)'}');
            }

            buffer.WriteByte((byte)'}');
        }

        buffer.WriteByte((byte)']');
    }

    private static void WriteLocations(GraphQLError error, JsonBuffer buffer)
    {
        if (error.Locations.Count == 0)
        {
            return;
        }

        buffer.WriteRaw(",\"locations\":["u8);
        for (var i = 0; i < error.Locations.Count; i++)
        {
            buffer.WriteRaw(i == 0 ? "{\"line\":"u8 : ",{\"line\":"u8);
            Int.Write(error.Locations[i].Line, buffer);
            buffer.WriteRaw(",\"column\":"u8);
            Int.Write(error.Locations[i].Column, buffer);
            buffer.WriteByte((byte)'}');
        }

        buffer.WriteByte((byte)']');
    }

    private static void WritePath(GraphQLError error, JsonBuffer buffer)
    {
        if (error.Path is not { } path)
        {
            return;
        }

        buffer.WriteRaw(",\"path\":["u8);
        for (var i = 0; i < path.Count; i++)
        {
            if (i > 0)
            {
                buffer.WriteByte((byte)',');
            }

            if (path[i] is int index)
            {
                Int.Write(index, buffer);
            }
            else
            {
                buffer.WriteString((string)path[i]);
            }
        }

        buffer.WriteByte((byte)']');
    }
}
