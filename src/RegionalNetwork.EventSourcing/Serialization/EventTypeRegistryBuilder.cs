using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Serialization;

/// <summary>Collects the events of an aggregate. Every mistake is an exception at start-up.</summary>
public sealed class EventTypeRegistryBuilder<TEvent>
    where TEvent : class
{
    private readonly Dictionary<string, EventEncoding<TEvent>> _encodings = [];
    private readonly Dictionary<string, Upcast> _upcasts = [];

    internal EventTypeRegistryBuilder() { }

    /// <summary>
    /// Adds an event with the name under which it is written today: <c>council.priority-declared.v2</c>.
    /// </summary>
    public EventTypeRegistryBuilder<TEvent> Add<T>(string wireName, Func<JsonTypeInfo<T>> json)
        where T : class, TEvent
    {
        ArgumentNullException.ThrowIfNull(json);
        ThrowIfNotNew(wireName);
        if (_encodings.Values.Any(e => e.ClrType == typeof(T)))
        {
            throw new ArgumentException(
                $"{typeof(T)} has a wire name already; an event is written in one way.",
                nameof(wireName)
            );
        }
        _encodings.Add(wireName, new EventEncoding<TEvent, T>(wireName, json));
        return this;
    }

    /// <summary>
    /// Reads an old name as a later one. The function gets the payload as it was written and returns that of the later
    /// name; it may change and return the object that it was given. Steps are chained until a name that is written
    /// today.
    /// </summary>
    public EventTypeRegistryBuilder<TEvent> AddUpcast(
        string fromWireName,
        string toWireName,
        Func<JsonObject, JsonObject> apply
    )
    {
        ArgumentNullException.ThrowIfNull(apply);
        ThrowIfNotNew(fromWireName);
        _upcasts.Add(fromWireName, new Upcast(fromWireName, toWireName, apply));
        return this;
    }

    /// <exception cref="InvalidOperationException">
    /// A chain of upcasts does not end at an event that is written today.
    /// </exception>
    public EventTypeRegistry<TEvent> ToRegistry()
    {
        foreach (var upcast in _upcasts.Values)
        {
            ThrowIfEndless(upcast);
        }
        return new EventTypeRegistry<TEvent>(_encodings.Values, _upcasts.Values);
    }

    private void ThrowIfNotNew(string wireName)
    {
        if (!WireName.IsEventType(wireName))
        {
            throw new ArgumentException(
                $"'{wireName}' is no wire name; write it as in 'council.priority-declared.v1'.",
                nameof(wireName)
            );
        }
        if (_encodings.ContainsKey(wireName) || _upcasts.ContainsKey(wireName))
        {
            throw new ArgumentException(
                $"The wire name '{wireName}' is taken; choose the next version.",
                nameof(wireName)
            );
        }
    }

    private void ThrowIfEndless(Upcast first)
    {
        var at = first;
        for (var step = 0; step < Limits.UpcastSteps; step++)
        {
            if (_encodings.ContainsKey(at.To))
            {
                return;
            }
            if (!_upcasts.TryGetValue(at.To, out var next))
            {
                throw new InvalidOperationException(
                    $"The upcast from '{first.From}' leads to '{at.To}', which nothing reads."
                );
            }
            at = next;
        }
        throw new InvalidOperationException(
            $"The upcast from '{first.From}' does not end within {Limits.UpcastSteps} steps."
        );
    }
}
