using RegionalNetwork.EventSourcing.Journal.Sqlite;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Grains;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Hosting;

/// <summary>The network in this process: the journal, the grains that write it and the snapshot that reads it.</summary>
internal sealed class NetworkHost : IAsyncDisposable
{
    private const string JournalFile = "journal.db";

    private NetworkHost(
        SqliteJournal journal,
        NetworkGrains grains,
        ProjectionHost<NetworkSnapshot> projection,
        TimeProvider clock
    ) => (Journal, Grains, Projection, Clock) = (journal, grains, projection, clock);

    public SqliteJournal Journal { get; }

    public NetworkGrains Grains { get; }

    public ProjectionHost<NetworkSnapshot> Projection { get; }

    public TimeProvider Clock { get; }

    /// <summary>Opens the journal of a data folder, making both where they are missing, and replays it.</summary>
    public static async Task<NetworkHost> OpenAsync(
        DirectoryInfo data,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        data.Create();
        var journal = SqliteJournal.Open(Path.Combine(data.FullName, JournalFile));
        try
        {
            var projection = await ProjectionHost<NetworkSnapshot>.StartAsync(
                new NetworkProjection(IndicatorMappings.Load()),
                journal,
                cancellation
            );
            return new NetworkHost(journal, new NetworkGrains(journal, clock), projection, clock);
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Projection.DisposeAsync();
        await Grains.DisposeAsync();
        await Journal.DisposeAsync();
    }
}
