using System.Security.Cryptography;

namespace RegionalNetwork.EventSourcing.Journal;

/// <summary>
/// The hash chain of a journal: the hash of an entry covers all that the entry holds and the hash before it, so who changes,
/// drops, adds or swaps entries must make every later hash anew. What it covers never changes: the hashes are kept for ever.
/// </summary>
/// <remarks>
/// A chain alone shows no change to somebody who makes all later hashes anew, or who cuts off its end. A
/// <see cref="ChainHead"/> that is kept where they cannot write shows both.
/// </remarks>
public static class EntryChain
{
    /// <summary>What stands before the hash of the first entry.</summary>
    public static ChainHash Genesis { get; } = new(SHA256.HashData("regional-network.journal.chain.v1"u8));

    /// <summary>Before the first entry.</summary>
    public static ChainHead Start { get; } = new(JournalPosition.Start, Genesis);

    /// <summary>The hash of an entry that follows the one with the hash given.</summary>
    public static ChainHash Next(ChainHash previous, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var digest = new ChainDigest(previous);
        return digest
            .Add(entry.Position.Value)
            .Add(entry.Stream.Category)
            .Add(entry.Stream.Key)
            .Add(entry.Version.Value)
            .Add(entry.Type)
            .Add(entry.CommandId)
            .Add(entry.Actor)
            .Add(UnixMicroseconds.Of(entry.RecordedAt))
            .Add(entry.Payload.Span)
            .ToHash();
    }
}
