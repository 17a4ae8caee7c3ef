using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.SavedSnapshots;

/// <summary>What became of the saved snapshot at this start.</summary>
internal sealed class SnapshotResume(SnapshotFile file, NetworkProjection projection, IJournal journal)
{
    public SnapshotFile File => file;

    /// <summary>Where the replay began; known when it has ended.</summary>
    public JournalPosition From { get; private set; }

    /// <summary>Why a saved snapshot was not used, in full sentences; null where there was none, or it was.</summary>
    public string? Refusal { get; private set; }

    public async Task<Published<NetworkSnapshot>?> ReadAsync(CancellationToken cancellation)
    {
        var found = await file.ReadAsync(projection, journal, refusal => Refusal = refusal, cancellation);
        From = found?.Position ?? JournalPosition.Start;
        return found;
    }
}
