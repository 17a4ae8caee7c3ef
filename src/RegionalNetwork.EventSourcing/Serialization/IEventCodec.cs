using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Serialization;

/// <summary>
/// Turns events into what a journal keeps, and back. What it has once encoded it must decode for ever.
/// </summary>
public interface IEventCodec<TEvent>
{
    /// <exception cref="ArgumentException">The event is of a type that has no wire name.</exception>
    NewEvent Encode(TEvent happened);

    /// <exception cref="UnknownEventException">The entry's type is not known here.</exception>
    /// <exception cref="MalformedEventException">The entry's payload does not fit its type.</exception>
    TEvent Decode(JournalEntry entry);
}
