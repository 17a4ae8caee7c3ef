using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.Documents;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>A request as it was read, or a sentence on why it could not be.</summary>
internal readonly record struct RequestReading(GraphQLRequest? Request, string? Fault)
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = HttpLimits.RequestNestingLevels };

    /// <summary>The document that the request names; null where it sends only the document itself.</summary>
    public DocumentReference? Document { get; init; }

    /// <summary>The requests of a batch, in order, each with its own fault if it has one; null for a single request.</summary>
    public IReadOnlyList<RequestReading>? Batch { get; init; }

    /// <summary>From the JSON of one request. https://graphql.github.io/graphql-over-http/draft/#sec-POST</summary>
    public static RequestReading FromJson(ReadOnlySequence<byte> body) => FromJson(body, batchOperationsMax: 0);

    /// <param name="batchOperationsMax">How many requests an array may have; 0 where arrays are refused.</param>
    public static RequestReading FromJson(ReadOnlySequence<byte> body, int batchOperationsMax)
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
            _ = reader.Read();
            var reading =
                reader.TokenType == JsonTokenType.StartArray && batchOperationsMax > 0
                    ? ReadBatch(ref reader, batchOperationsMax)
                    : ReadRequest(ref reader);
            if (reading.Fault is null)
            {
                // What follows, if anything, is a fault of the JSON.
                _ = reader.Read();
            }

            return reading;
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
        if (RequestParameters.Names.Any(name => query[name].Count > 1))
        {
            return Faulty($"Give {string.Join(", ", RequestParameters.Names)} once each.");
        }

        var parameters = new RequestParameters
        {
            Query = TextOf(query, "query"),
            OperationName = TextOf(query, "operationName"),
            DocumentId = TextOf(query, "documentId"),
        };
        var fault =
            ReadJson(query, "variables", out parameters.Variables)
            ?? ReadJson(query, "extensions", out parameters.Extensions);
        return fault is null ? parameters.ToReading("Give the document in the parameter query.") : Faulty(fault);
    }

    public static RequestReading Faulty(string fault) => new(null, fault);

    private static RequestReading ReadBatch(ref Utf8JsonReader reader, int operationsMax)
    {
        var batch = new List<RequestReading>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (batch.Count == operationsMax)
            {
                return Faulty(
                    $"The batch has more than the {operationsMax} requests that are answered at once. Send fewer."
                );
            }

            // A copy, because a request that is at fault is not read to its end.
            var request = reader;
            batch.Add(
                reader.TokenType == JsonTokenType.StartObject
                    ? ReadRequest(ref request)
                    : Faulty("Each request of a batch must be a JSON object with a query.")
            );
            reader.Skip();
        }

        return batch.Count == 0
            ? Faulty("The batch is empty. Send at least one request.")
            : new(null, null) { Batch = batch };
    }

    private static RequestReading ReadRequest(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return Faulty(
                "The body must be one JSON object with a query. Batches are not supported: send one request each."
            );
        }

        var parameters = default(RequestParameters);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (parameters.Read(ref reader) is { } fault)
            {
                return Faulty(fault);
            }
        }

        return parameters.ToReading("The body has no query. Send the document in the property query.");
    }

    private static string? TextOf(IQueryCollection query, string name) =>
        query[name] is [{ Length: > 0 } text] ? text : null;

    private static string? ReadJson(IQueryCollection query, string name, out JsonElement? value)
    {
        value = null;
        if (TextOf(query, name) is not { } json)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(StrictUtf8.GetBytes(json), ReaderOptions);
            return RequestParameters.ReadObject(ref reader, name, out value)
                ?? (reader.Read() ? $"The parameter {name} is more than one JSON object." : null);
        }
        catch (Exception fault) when (fault is JsonException or EncoderFallbackException)
        {
            return $"The parameter {name} is not JSON.";
        }
        catch (InvalidOperationException)
        {
            return $"The parameter {name} holds half a surrogate pair. Escape a character with both of its halves.";
        }
    }

    private static bool IsUtf8(ReadOnlySequence<byte> body) =>
        Utf8.IsValid(body.IsSingleSegment ? body.FirstSpan : body.ToArray());
}
