using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Serialization;

/// <summary>
/// The events of an aggregate by wire name. CLR types may be renamed freely, wire names never. When the shape of an
/// event changes, register its new version and an upcaster from the old one; nobody writes the old one again, everybody
/// reads it.
/// </summary>
public sealed class EventTypeRegistry<TEvent> : IEventCodec<TEvent>
    where TEvent : class
{
    private readonly FrozenDictionary<Type, EventEncoding<TEvent>> _byClrType;
    private readonly FrozenDictionary<string, EventEncoding<TEvent>> _byWireName;
    private readonly FrozenDictionary<string, Upcast> _upcasts;

    internal EventTypeRegistry(
        IReadOnlyCollection<EventEncoding<TEvent>> encodings,
        IReadOnlyCollection<Upcast> upcasts
    )
    {
        _byClrType = encodings.ToFrozenDictionary(e => e.ClrType);
        _byWireName = encodings.ToFrozenDictionary(e => e.WireName);
        _upcasts = upcasts.ToFrozenDictionary(u => u.From);
    }

    /// <summary>All wire names that can be read, old versions included.</summary>
    public IEnumerable<string> WireNames => _byWireName.Keys.Concat(_upcasts.Keys);

    public static EventTypeRegistryBuilder<TEvent> Build() => new();

    public NewEvent Encode(TEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return _byClrType.TryGetValue(happened.GetType(), out var encoding)
            ? new NewEvent(encoding.WireName, encoding.Serialize(happened))
            : throw new ArgumentException(
                $"Register {happened.GetType()} with a wire name before it happens for the first time.",
                nameof(happened)
            );
    }

    public TEvent Decode(JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        try
        {
            var happened = _byWireName.TryGetValue(entry.Type, out var encoding)
                ? encoding.Deserialize(entry.Payload.Span)
                : DecodeOld(entry);
            return happened ?? throw new MalformedEventException(entry, innerException: null);
        }
        catch (Exception e) when (e is not (UnknownEventException or MalformedEventException))
        {
            throw new MalformedEventException(entry, e);
        }
    }

    private TEvent? DecodeOld(JournalEntry entry)
    {
        if (!_upcasts.TryGetValue(entry.Type, out var upcast))
        {
            throw new UnknownEventException(entry);
        }
        var payload = JsonNode.Parse(entry.Payload.Span)?.AsObject() ?? throw new MalformedEventException(entry, null);
        while (true)
        {
            payload = upcast.Apply(payload);
            // The builder has seen to it that this ends.
            if (_byWireName.TryGetValue(upcast.To, out var encoding))
            {
                return encoding.Deserialize(
                    JsonSerializer.SerializeToUtf8Bytes(payload, UpcastJson.Default.JsonObject)
                );
            }
            upcast = _upcasts[upcast.To];
        }
    }
}
