using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using RegionalNetwork.GraphQL.Execution;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>A request as it was read, or a sentence on why it could not be.</summary>
internal readonly record struct RequestReading(GraphQLRequest? Request, string? Fault)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = HttpLimits.RequestNestingLevels };

    /// <summary>From the JSON of a POST. https://graphql.github.io/graphql-over-http/draft/#sec-POST</summary>
    public static RequestReading FromJson(ReadOnlySequence<byte> body)
    {
        if (body.IsEmpty)
        {
            return Faulty("The body is empty. Send a JSON object with a query.");
        }

        // The reader looks inside a string only where it is asked for: what it skips or keeps for later would pass.
        if (!IsUtf8(body))
        {
            return Faulty("The body holds bytes that are not UTF-8. Send UTF-8.");
        }

        var reader = new Utf8JsonReader(body, ReaderOptions);
        try
        {
            return Read(ref reader);
        }
        catch (JsonException fault)
        {
            return Faulty(
                $"The body is not JSON: look at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."
            );
        }
        catch (InvalidOperationException)
        {
            return Faulty("The body holds half a surrogate pair. Escape a character with both of its halves.");
        }
    }

    /// <summary>From the query string of a GET. https://graphql.github.io/graphql-over-http/draft/#sec-GET</summary>
    public static RequestReading FromQueryString(IQueryCollection query)
    {
        var (document, operation, variables) = (query["query"], query["operationName"], query["variables"]);
        if (document.Count > 1 || operation.Count > 1 || variables.Count > 1)
        {
            return Faulty("Give query, operationName and variables once each.");
        }

        if (document is not [{ Length: > 0 } text])
        {
            return Faulty("Give the document in the parameter query.");
        }

        try
        {
            JsonElement? values = variables is [{ Length: > 0 } json]
                ? JsonElement.Parse(StrictUtf8.GetBytes(json))
                : null;
            return values is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) }
                ? Faulty("The parameter variables must be a JSON object.")
                : new RequestReading(new GraphQLRequest(text, NameOf(operation), values), null);
        }
        catch (Exception fault) when (fault is JsonException or EncoderFallbackException)
        {
            return Faulty("The parameter variables is not JSON.");
        }

        static string? NameOf(IReadOnlyList<string?> operation) => operation is [{ Length: > 0 } name] ? name : null;
    }

    private static RequestReading Read(ref Utf8JsonReader reader)
    {
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Faulty(
                "The body must be one JSON object with a query. Batches are not supported: send one request each."
            );
        }

        string? query = null;
        string? operationName = null;
        JsonElement? variables = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? fault = null;
            if (reader.ValueTextEquals("query"u8))
            {
                fault = ReadString(ref reader, "query", out query);
            }
            else if (reader.ValueTextEquals("operationName"u8))
            {
                fault = ReadString(ref reader, "operationName", out operationName);
            }
            else if (reader.ValueTextEquals("variables"u8))
            {
                fault = ReadObject(ref reader, "variables", out variables);
            }
            else if (reader.ValueTextEquals("extensions"u8))
            {
                fault = ReadObject(ref reader, "extensions", out _);
            }
            else
            {
                reader.Skip();
            }

            if (fault is not null)
            {
                return Faulty(fault);
            }
        }

        // What follows the object, if anything, is a fault of the JSON.
        _ = reader.Read();
        return query is null
            ? Faulty("The body has no query. Send the document in the property query.")
            : new RequestReading(new GraphQLRequest(query, operationName, variables), null);
    }

    private static string? ReadString(ref Utf8JsonReader reader, string property, out string? value)
    {
        value = null;
        _ = reader.Read();
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            return $"The property {property} must be a string.";
        }

        value = reader.GetString();
        return null;
    }

    private static string? ReadObject(ref Utf8JsonReader reader, string property, out JsonElement? value)
    {
        value = null;
        _ = reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            return $"The property {property} must be an object.";
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ThrowIfHalfSurrogate(reader);
            value = JsonElement.ParseValue(ref reader);
        }

        return null;
    }

    /// <summary>An element looks inside a string or a name only when it is asked for, which is too late to refuse the request.</summary>
    /// <exception cref="InvalidOperationException">An escaped string holds half a surrogate pair.</exception>
    private static void ThrowIfHalfSurrogate(Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true })
            {
                _ = reader.GetString();
            }
        }
    }

    private static bool IsUtf8(ReadOnlySequence<byte> body) =>
        Utf8.IsValid(body.IsSingleSegment ? body.FirstSpan : body.ToArray());

    private static RequestReading Faulty(string fault) => new(null, fault);
}
