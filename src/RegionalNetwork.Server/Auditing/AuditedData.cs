using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Auditing;

/// <summary>The journal and the access log of a place, opened beside a running server and without replaying anything.</summary>
internal sealed class AuditedData : IAsyncDisposable
{
    private readonly NetworkStores _stores;

    private AuditedData(IJournal journal, SnapshotFile? saved, NetworkStores stores) =>
        (Journal, Saved, _stores) = (journal, saved, stores);

    public IJournal Journal { get; }

    /// <summary>From what a start would go on; null where it would not look.</summary>
    public SnapshotFile? Saved { get; }

    /// <summary>Null when nothing was ever recorded.</summary>
    public AccessLog? AccessLog => _stores.HasAccessLog ? _stores.AccessLog : null;

    /// <exception cref="FileNotFoundException">The folder has no journal. None is begun.</exception>
    public static AuditedData Open(DirectoryInfo data) => Open(JournalPlace.In(data));

    /// <inheritdoc cref="Open(DirectoryInfo)"/>
    public static AuditedData Open(JournalPlace place)
    {
        var journal = place.OpenExisting();
        return new AuditedData(journal, SnapshotFile.Of(place), NetworkStores.OpenExisting(place));
    }

    public async Task<Checkpoint> TakeCheckpointAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var journal = await Journal.ReadChainHeadAsync(cancellation);
        var access = AccessLog is null ? AccessChain.Start : await AccessLog.ReadHeadAsync(cancellation);
        return new Checkpoint(
            now,
            new Checkpoint.Head(journal.Position.Value, journal.Hash.ToString(), At: null),
            new Checkpoint.Head(access.Position, access.Hash.ToString(), access.At)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await _stores.DisposeAsync();
    }
}
