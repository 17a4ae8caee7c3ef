using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Serialization;

/// <summary>
/// The journal holds an event that this software does not know. To skip it could give wrong answers, so nobody does.
/// </summary>
public sealed class UnknownEventException(JournalEntry entry)
    : Exception(
        $"The event '{entry.Type}' at position {entry.Position}, version {entry.Version} of stream "
            + $"{entry.Stream}, is unknown. "
            + "Run a version of this software that knows it."
    )
{
    public string EventType { get; } = entry.Type;

    public StreamId Stream { get; } = entry.Stream;

    public JournalPosition Position { get; } = entry.Position;
}
