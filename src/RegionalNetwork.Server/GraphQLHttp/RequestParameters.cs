using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.Documents;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>
/// What a request says, part by part: https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters, and
/// <c>documentId</c> of its section on persisted documents.
/// </summary>
internal struct RequestParameters
{
    public static readonly string[] Names = ["query", "operationName", "variables", "extensions", "documentId"];

    public string? Query;
    public string? OperationName;
    public string? DocumentId;
    public JsonElement? Variables;
    public JsonElement? Extensions;

    /// <summary>Reads a property of the request; one that is not known is skipped.</summary>
    /// <returns>A sentence on what is wrong, or null.</returns>
    public string? Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("query"u8))
        {
            return ReadString(ref reader, "query", out Query);
        }

        if (reader.ValueTextEquals("operationName"u8))
        {
            return ReadString(ref reader, "operationName", out OperationName);
        }

        if (reader.ValueTextEquals("variables"u8))
        {
            return ReadObject(ref reader, "variables", out Variables);
        }

        if (reader.ValueTextEquals("extensions"u8))
        {
            return ReadObject(ref reader, "extensions", out Extensions);
        }

        if (reader.ValueTextEquals("documentId"u8))
        {
            return ReadString(ref reader, "documentId", out DocumentId);
        }

        reader.Skip();
        return null;
    }

    /// <param name="noDocument">What to say where the request neither sends nor names a document.</param>
    public readonly RequestReading ToReading(string noDocument)
    {
        if (DocumentReference.FromExtensions(Extensions, out var document) is { } fault)
        {
            return RequestReading.Faulty(fault);
        }

        if (DocumentId is not null)
        {
            if (Query is not null || document is not null)
            {
                return RequestReading.Faulty("Give the documentId alone: no query and no persistedQuery beside it.");
            }

            document = DocumentReference.FromDocumentId(DocumentId);
        }

        return Query is null && document is null
            ? RequestReading.Faulty(noDocument)
            : new RequestReading(new GraphQLRequest(Query ?? "", OperationName, Variables), null)
            {
                Document = document,
            };
    }

    /// <summary>Reads the next value, which must be an object or null.</summary>
    /// <exception cref="InvalidOperationException">An escaped string holds half a surrogate pair.</exception>
    public static string? ReadObject(ref Utf8JsonReader reader, string name, out JsonElement? value)
    {
        value = null;
        _ = reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            return $"The property {name} must be an object.";
        }

        if (reader.TokenType == JsonTokenType.StartObject)
        {
            ThrowIfHalfSurrogate(reader);
            value = JsonElement.ParseValue(ref reader);
        }

        return null;
    }

    private static string? ReadString(ref Utf8JsonReader reader, string name, out string? value)
    {
        value = null;
        _ = reader.Read();
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
        {
            return $"The property {name} must be a string.";
        }

        value = reader.GetString();
        return null;
    }

    /// <summary>An element looks inside a string or a name only when it is asked for, which is too late to refuse the request.</summary>
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
}
