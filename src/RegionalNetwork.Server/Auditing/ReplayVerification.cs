using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Auditing;

/// <summary>
/// Replays a journal as a node does that starts (in pages) and as one does that follows (one entry after the other), and compares
/// what they show. It holds one snapshot at a time, as large as a server's.
/// </summary>
internal static class ReplayVerification
{
    /// <returns>
    /// The digest of the snapshot, the same on every node that is at that position with the same version; and the fault where
    /// the two differ.
    /// </returns>
    public static async Task<(string Digest, string? Fault)> RunAsync(
        IJournal journal,
        JournalPosition end,
        CancellationToken cancellation
    )
    {
        var started = await ReplayAsync(journal, end, EventSourcing.Limits.ReadEntries, cancellation);
        var followed = await ReplayAsync(journal, end, perTurn: 1, cancellation);
        return (
            started,
            started == followed
                ? null
                : $"Two replays of the journal up to position {end} show different things: {started} and {followed}. The journal "
                    + "is as it was written; the program does not read it the same way each time. Report this."
        );
    }

    private static async Task<string> ReplayAsync(
        IJournal journal,
        JournalPosition end,
        int perTurn,
        CancellationToken cancellation
    )
    {
        var definitions = NetworkDefinitions.Load();
        var projection = new NetworkProjection(definitions.Catalogue, definitions.TableSchemas.Collections);
        var snapshot = projection.Initial;
        for (var at = JournalPosition.Start; at < end; )
        {
            var page = await journal.ReadAllAsync(at, EventSourcing.Limits.ReadEntries, cancellation);
            foreach (var turn in page.TakeWhile(entry => entry.Position <= end).Chunk(perTurn))
            {
                snapshot = projection.Read(turn)(snapshot);
            }

            at = page[^1].Position;
        }

        return SnapshotDigest.Of(snapshot);
    }
}
