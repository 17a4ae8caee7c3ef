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
    /// Reads a batch of entries, which follow each other without gaps, and returns what makes the picture after the batch of the one
    /// before it. To read needs no picture, so one batch is read while those before it are applied. How entries are cut into
    /// batches must not matter. An entry that it does not know is an exception of either, not something to skip.
    /// </summary>
    Func<TSnapshot, TSnapshot> Read(IReadOnlyList<JournalEntry> entries);
}
