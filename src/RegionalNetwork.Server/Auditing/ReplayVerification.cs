using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Auditing;

/// <summary>
/// Replays a journal as a node does that starts (in pages), as one does that follows (one entry after the other) and as one that
/// goes on from a saved snapshot, and compares what they show. It holds one snapshot at a time, as large as a server's.
/// </summary>
internal sealed class ReplayVerification(IJournal journal, JournalPosition end)
{
    private readonly NetworkProjection _projection = NetworkProjection.Of(NetworkDefinitions.Load());

    /// <returns>
    /// The digest of the snapshot, the same on every node that is at that position with the same version; and the fault where
    /// the two differ.
    /// </returns>
    public async Task<(string Digest, string? Fault)> RunAsync(CancellationToken cancellation)
    {
        var nothing = new Published<NetworkSnapshot>(_projection.Initial, JournalPosition.Start);
        var started = await ReplayAsync(nothing, EventSourcing.Limits.ReadEntries, cancellation);
        var followed = await ReplayAsync(nothing, perTurn: 1, cancellation);
        return (
            started,
            started == followed
                ? null
                : $"Two replays of the journal up to position {end} show different things: {started} and {followed}. The journal "
                    + "is as it was written; the program does not read it the same way each time. Report this."
        );
    }

    /// <returns>The digest of what a start shows that goes on from the file; null where a start would not use it.</returns>
    public async Task<(JournalPosition From, string Digest)?> FindSavedAsync(
        SnapshotFile? file,
        CancellationToken cancellation
    ) =>
        file is not null
        && await file.ReadAsync(_projection, journal, _ => { }, cancellation) is { } saved
        && saved.Position <= end
            ? (saved.Position, await ReplayAsync(saved, EventSourcing.Limits.ReadEntries, cancellation))
            : null;

    private async Task<string> ReplayAsync(Published<NetworkSnapshot> from, int perTurn, CancellationToken cancellation)
    {
        var (snapshot, at) = from;
        while (at < end)
        {
            var page = await journal.ReadAllAsync(at, EventSourcing.Limits.ReadEntries, cancellation);
            foreach (var turn in page.TakeWhile(entry => entry.Position <= end).Chunk(perTurn))
            {
                snapshot = _projection.Read(turn)(snapshot);
            }

            at = page[^1].Position;
        }

        return SnapshotDigest.Of(snapshot);
    }
}
