namespace RegionalNetwork.EventSourcing.Journal.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Head">The last entry that is sound; every entry before it is sound too.</param>
/// <param name="Streams">Streams that those entries belong to.</param>
/// <param name="Fault">Null when the whole journal is sound.</param>
public sealed record VerifiedJournal(ChainHead Head, int Streams, JournalFault? Fault);

/// <summary>The first thing that is wrong in a journal.</summary>
/// <param name="Position">Place of the first entry at fault.</param>
/// <param name="Message">A full sentence that names it.</param>
public sealed record JournalFault(JournalPosition Position, string Message);
