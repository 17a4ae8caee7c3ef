using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>
/// Saves a snapshot once enough has happened since the last one: it never changes, so nobody waits for it. Each node saves its own.
/// </summary>
internal sealed class SnapshotSaver(NetworkHost network, SnapshotResume resume, SavingLimits limits, ILogger log)
{
    /// <summary>Ends when it is cancelled, never with an exception.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var last = resume.From;
        try
        {
            while (true)
            {
                last = await Task.Run(() => WriteIfDueAsync(last, cancellation), cancellation);
                await Task.Delay(limits.LookInterval, network.Clock, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The server stops; the next start replays what there was since the last one.
        }
    }

    /// <returns>The position of the last one; where it could not be saved, as if it had been, so that a full disk is not
    /// tried every minute.</returns>
    private async Task<JournalPosition> WriteIfDueAsync(JournalPosition last, CancellationToken cancellation)
    {
        var published = network.Projection.Current;
        if (!limits.IsDue(last.Value, published.Position.Value) || published.Snapshot.Publications.IsArriving)
        {
            return last;
        }

        try
        {
            await resume.File.WriteAsync(published, network.Journal, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is must not end the saving for as long as the node lives.
            LogMessages.SnapshotNotSaved(log, e);
        }

        return published.Position;
    }
}
