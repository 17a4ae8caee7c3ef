using System.Text;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>Events to add to the end of one stream, all or none.</summary>
public sealed record AppendRequest
{
    /// <param name="expectedVersion">The version on which the decision was made.</param>
    /// <param name="commandId">
    /// Idempotency key, made by the client: 1 to <see cref="Limits.CommandIdLength"/> visible ASCII characters. It
    /// counts within the stream.
    /// </param>
    /// <param name="actor">
    /// Who gave the command: 1 to <see cref="Limits.ActorLength"/> characters, none of them a control character or half of a
    /// surrogate pair, which no store of UTF-8 can keep.
    /// </param>
    /// <param name="recordedAt">When it was decided. Kept in UTC, cut to the microsecond.</param>
    /// <param name="events">1 to <see cref="Limits.AppendEvents"/> events.</param>
    /// <exception cref="ArgumentException">One of these is not kept.</exception>
    public AppendRequest(
        StreamId stream,
        StreamVersion expectedVersion,
        string commandId,
        string actor,
        DateTimeOffset recordedAt,
        IReadOnlyList<NewEvent> events
    )
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion.Value, nameof(expectedVersion));
        Journal.CommandId.ThrowIfInvalid(commandId);
        ThrowIfNoActor(actor);
        PayloadBytes = ThrowIfTooMany(events);
        Stream = stream;
        ExpectedVersion = expectedVersion;
        CommandId = commandId;
        Actor = actor;
        RecordedAt = new DateTimeOffset(
            recordedAt.UtcTicks - (recordedAt.UtcTicks % TimeSpan.TicksPerMicrosecond),
            default
        );
        Events = events;
    }

    public StreamId Stream { get; }

    public StreamVersion ExpectedVersion { get; }

    public string CommandId { get; }

    public string Actor { get; }

    public DateTimeOffset RecordedAt { get; }

    public IReadOnlyList<NewEvent> Events { get; }

    internal long PayloadBytes { get; }

    private static void ThrowIfNoActor(string actor)
    {
        if (
            actor is null or { Length: 0 or > Limits.ActorLength }
            || actor.Any(char.IsControl)
            || !Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(actor)).Equals(actor, StringComparison.Ordinal)
        )
        {
            throw new ArgumentException(
                $"Name the actor in 1 to {Limits.ActorLength} characters without control characters.",
                nameof(actor)
            );
        }
    }

    private static long ThrowIfTooMany(IReadOnlyList<NewEvent> events)
    {
        if (events.Count is 0 or > Limits.AppendEvents)
        {
            throw new ArgumentException(
                $"Append 1 to {Limits.AppendEvents} events at a time, not {events.Count}.",
                nameof(events)
            );
        }
        var bytes = events.Sum(e => (long)e.Payload.Length);
        return bytes <= Limits.AppendPayloadBytes
            ? bytes
            : throw new ArgumentException(
                $"Append at most {Limits.AppendPayloadBytes} bytes of payload at a time, not {bytes}.",
                nameof(events)
            );
    }
}
