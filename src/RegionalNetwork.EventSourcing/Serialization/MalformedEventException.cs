using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Serialization;

/// <summary>
/// The payload of an entry does not fit its type: the journal was written wrongly, or an upcaster is at fault.
/// </summary>
public sealed class MalformedEventException(JournalEntry entry, Exception? innerException)
    : Exception(
        $"The payload of the event '{entry.Type}' at position {entry.Position}, version {entry.Version} of "
            + $"stream {entry.Stream}, "
            + "cannot be read. Check the upcasters of this event; the journal itself must not be edited.",
        innerException
    )
{
    public string EventType { get; } = entry.Type;

    public StreamId Stream { get; } = entry.Stream;

    public JournalPosition Position { get; } = entry.Position;
}
