namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>An event that is in the journal. It never changes and never goes.</summary>
/// <param name="Position">Its place among all events.</param>
/// <param name="Version">Its place in its stream.</param>
/// <param name="Type">Wire name with version.</param>
/// <param name="Payload">UTF-8 JSON.</param>
/// <param name="CommandId">Idempotency key of the command that caused it; all events of one append share it.</param>
/// <param name="Actor">Who gave the command.</param>
/// <param name="RecordedAt">When it was decided, in UTC, to the microsecond.</param>
public sealed record JournalEntry(
    JournalPosition Position,
    StreamId Stream,
    StreamVersion Version,
    string Type,
    ReadOnlyMemory<byte> Payload,
    string CommandId,
    string Actor,
    DateTimeOffset RecordedAt
);
