namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>An event on its way into a journal.</summary>
public sealed record NewEvent
{
    /// <param name="type">Wire name with version, kept for ever: <c>council.priority-declared.v1</c>.</param>
    /// <param name="payload">UTF-8 JSON. The bytes belong to the journal from now on: do not change them.</param>
    /// <exception cref="ArgumentException">
    /// The name is not of that form, or the payload is empty or too large.
    /// </exception>
    public NewEvent(string type, ReadOnlyMemory<byte> payload)
    {
        if (!WireName.IsEventType(type))
        {
            throw new ArgumentException(
                $"Name the event as in 'council.priority-declared.v1', at most {Limits.EventTypeLength} characters.",
                nameof(type)
            );
        }
        if (payload.Length is 0 or > Limits.EventPayloadBytes)
        {
            throw new ArgumentException(
                $"Give the event {type} a payload of 1 to {Limits.EventPayloadBytes} bytes; it has {payload.Length}.",
                nameof(payload)
            );
        }
        Type = type;
        Payload = payload;
    }

    public string Type { get; }

    public ReadOnlyMemory<byte> Payload { get; }
}
