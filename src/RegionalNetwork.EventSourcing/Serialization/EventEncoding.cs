using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace RegionalNetwork.EventSourcing.Serialization;

/// <summary>How one type of event is written: its wire name and its JSON.</summary>
internal abstract class EventEncoding<TEvent>(string wireName, Type clrType)
{
    public string WireName { get; } = wireName;

    public Type ClrType { get; } = clrType;

    public abstract byte[] Serialize(TEvent happened);

    public abstract TEvent? Deserialize(ReadOnlySpan<byte> payload);
}

/// <param name="json">Asked on first use: a type's description is costly to make, and few types occur while a server starts.</param>
internal sealed class EventEncoding<TEvent, T>(string wireName, Func<JsonTypeInfo<T>> json)
    : EventEncoding<TEvent>(wireName, typeof(T))
    where T : class, TEvent
{
    public override byte[] Serialize(TEvent happened) => JsonSerializer.SerializeToUtf8Bytes((T)happened!, json());

    public override TEvent? Deserialize(ReadOnlySpan<byte> payload) => JsonSerializer.Deserialize(payload, json());
}

/// <summary>One step from an old version of an event to a later one.</summary>
internal sealed record Upcast(string From, string To, Func<JsonObject, JsonObject> Apply);

[JsonSerializable(typeof(JsonObject))]
internal sealed partial class UpcastJson : JsonSerializerContext;
