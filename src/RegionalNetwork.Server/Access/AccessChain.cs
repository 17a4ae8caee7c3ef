using System.Security.Cryptography;
using RegionalNetwork.EventSourcing.Journal;

namespace RegionalNetwork.Server.Access;

/// <summary>
/// Where the chain of the access log ends, ended once, or begins after older records were deleted.
/// </summary>
/// <param name="Hash">The hash of the record at the position; at 0 <see cref="AccessChain.Genesis"/>.</param>
/// <param name="At">Time of that record; null at 0.</param>
internal sealed record AccessHead(long Position, ChainHash Hash, DateTimeOffset? At);

/// <summary>
/// The hash chain of the access log, made as the journal's (<see cref="EntryChain"/>). What it covers never changes.
/// </summary>
internal static class AccessChain
{
    /// <summary>What stands before the hash of the first record.</summary>
    public static ChainHash Genesis { get; } = new(SHA256.HashData("regional-network.access-log.chain.v1"u8));

    /// <summary>Before the first record.</summary>
    public static AccessHead Start { get; } = new(0, Genesis, At: null);

    /// <summary>A record as it stands after what the log ends with.</summary>
    public static ChainedAccess Link(AccessHead head, AccessRecord record)
    {
        var entry = new AccessEntry(head.Position + 1, record);
        return new ChainedAccess(entry, Next(head.Hash, entry));
    }

    /// <summary>Where the log ends that ends with an entry.</summary>
    public static AccessHead HeadAt(ChainedAccess chained) =>
        new(chained.Entry.Position, chained.Hash, chained.Entry.Record.At);

    /// <summary>The hash of an entry that follows the one with the hash given.</summary>
    public static ChainHash Next(ChainHash previous, AccessEntry entry)
    {
        var record = entry.Record;
        using var digest = new ChainDigest(previous);
        return digest
            .Add(entry.Position)
            .Add(UnixMicroseconds.Of(record.At))
            .Add(record.Reader)
            .Add(record.OnBehalfOf)
            .Add(record.Council)
            .Add(record.Subject)
            .Add(record.Purpose.ToString())
            .Add(record.Reason)
            .Add(record.RequestId)
            .ToHash();
    }
}
