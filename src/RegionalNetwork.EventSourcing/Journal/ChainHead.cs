namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// Where a chain ends, or ended once: kept elsewhere it is a checkpoint, which stands for every entry up to its position.
/// </summary>
/// <param name="Hash">The hash of the entry at the position; at the start <see cref="EntryChain.Genesis"/>.</param>
public sealed record ChainHead(JournalPosition Position, ChainHash Hash);

/// <summary>An entry with the hash that is kept with it, which is right only if nobody has touched either.</summary>
public sealed record ChainedEntry(JournalEntry Entry, ChainHash Hash);
