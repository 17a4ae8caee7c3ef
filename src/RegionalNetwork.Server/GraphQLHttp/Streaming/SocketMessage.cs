using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp.Documents;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>A message of a client: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md.</summary>
internal abstract record SocketMessage
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = HttpLimits.RequestNestingLevels };

    /// <param name="Authorization">As in the header, <c>Bearer</c> and a token; null for none.</param>
    public sealed record Init(string? Authorization) : SocketMessage;

    /// <param name="Payload">A JSON object, to be sent back; null for none.</param>
    public sealed record Ping(byte[]? Payload) : SocketMessage;

    public sealed record Pong : SocketMessage;

    public sealed record Subscribe(string Id, GraphQLRequest Request, DocumentReference? Document) : SocketMessage;

    public sealed record Complete(string Id) : SocketMessage;

    /// <param name="Fault">Why the message is none.</param>
    public sealed record Invalid(string Fault) : SocketMessage;

    public static SocketMessage Read(ReadOnlyMemory<byte> text, SubscriptionLimits limits)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Read(document.RootElement, limits);
        }
        catch (JsonException)
        {
            return new Invalid("The message is not JSON.");
        }
        catch (InvalidOperationException)
        {
            return new Invalid("The message holds half a surrogate pair.");
        }
    }

    private static SocketMessage Read(JsonElement message, SubscriptionLimits limits)
    {
        if (message.ValueKind != JsonValueKind.Object)
        {
            return new Invalid("A message is a JSON object.");
        }

        var hasPayload = message.TryGetProperty("payload"u8, out var payload);
        return StringOf(message, "type") switch
        {
            _ when hasPayload && payload.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null) => new Invalid(
                "The payload of a message must be an object."
            ),
            "connection_init" => new Init(StringOf(payload, "authorization") ?? StringOf(payload, "Authorization")),
            "ping" => new Ping(
                hasPayload && payload.ValueKind == JsonValueKind.Object
                    ? JsonMarshal.GetRawUtf8Value(payload).ToArray()
                    : null
            ),
            "pong" => new Pong(),
            "subscribe" => ReadSubscribe(message, payload, limits),
            "complete" => IdOf(message, limits) is { } id ? new Complete(id) : InvalidId(limits),
            _ => new Invalid("The type of the message is not known."),
        };
    }

    private static SocketMessage ReadSubscribe(JsonElement message, JsonElement payload, SubscriptionLimits limits)
    {
        if (IdOf(message, limits) is not { } id)
        {
            return InvalidId(limits);
        }

        if (payload.ValueKind != JsonValueKind.Object)
        {
            return new Invalid("The message subscribe has no payload.");
        }

        // The same rules as for the body of a POST.
        var json = JsonMarshal.GetRawUtf8Value(payload).ToArray();
        var reading = RequestReading.FromJson(new ReadOnlySequence<byte>(json));
        return reading.Request is { } request
            ? new Subscribe(id, request, reading.Document)
            : new Invalid(reading.Fault!);
    }

    private static string? IdOf(JsonElement message, SubscriptionLimits limits) =>
        StringOf(message, "id") is { Length: > 0 } id && id.Length <= limits.OperationIdCharactersMax ? id : null;

    private static Invalid InvalidId(SubscriptionLimits limits) =>
        new($"The id of a message must be a string of 1 to {limits.OperationIdCharactersMax} characters.");

    private static string? StringOf(JsonElement message, string property) =>
        message.ValueKind == JsonValueKind.Object
        && message.TryGetProperty(property, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
