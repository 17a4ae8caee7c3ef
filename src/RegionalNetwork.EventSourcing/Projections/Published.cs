using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.EventSourcing.Projections;

/// <summary>A snapshot and the position up to which it knows everything and past which it knows nothing.</summary>
public sealed record Published<TSnapshot>(TSnapshot Snapshot, JournalPosition Position)
    where TSnapshot : class;
