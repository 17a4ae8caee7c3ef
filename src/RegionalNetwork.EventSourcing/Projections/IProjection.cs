using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Projections;

/// <summary>A picture of the journal as a pure fold over its entries.</summary>
/// <typeparam name="TSnapshot">Immutable: readers keep old snapshots while new ones are made.</typeparam>
public interface IProjection<TSnapshot>
    where TSnapshot : class
{
    /// <summary>The picture of an empty journal.</summary>
    TSnapshot Initial { get; }

    /// <summary>
    /// The picture after a batch of entries, which follow each other without gaps. How entries are cut into batches
    /// must not matter. An entry that it does not know is an exception, not something to skip.
    /// </summary>
    TSnapshot Apply(TSnapshot snapshot, IReadOnlyList<JournalEntry> entries);
}
