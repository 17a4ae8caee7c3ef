using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.Access;
using RegionalNetwork.Server.Grains;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Snapshot;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Hosting;

/// <summary>The network in this process: the journal, the grains that write it and the snapshot that reads it.</summary>
internal sealed class NetworkHost : IAsyncDisposable
{
    private readonly NetworkStores _stores;

    private NetworkHost(
        IJournal journal,
        NetworkStores stores,
        PersonRegister people,
        NetworkGrains grains,
        ProjectionHost<NetworkSnapshot> projection,
        SnapshotResume? resume,
        NetworkDefinitions definitions,
        TimeProvider clock
    )
    {
        (Journal, Grains, Projection, Clock) = (journal, grains, projection, clock);
        Resume = resume;
        (_stores, People) = (stores, people);
        (Catalogue, TableSchemas) = (definitions.Catalogue, definitions.TableSchemas);
        Tail = new JournalTail(journal);
    }

    public IJournal Journal { get; }

    /// <summary>The journal for those who follow it.</summary>
    public JournalTail Tail { get; }

    /// <summary>Who read another council's named unpublished data.</summary>
    public AccessLog AccessLog => _stores.AccessLog;

    /// <summary>Who is behind the codes of people.</summary>
    public PersonRegister People { get; }

    public NetworkGrains Grains { get; }

    public ProjectionHost<NetworkSnapshot> Projection { get; }

    /// <summary>The saved snapshot from which this start could go on; null where none is kept.</summary>
    public SnapshotResume? Resume { get; }

    /// <summary>What the columns of known publications mean.</summary>
    public IndicatorCatalogue Catalogue { get; }

    /// <summary>What councils return.</summary>
    public TableSchemas TableSchemas { get; }

    public TimeProvider Clock { get; }

    /// <summary>Opens the journal of a data folder, making both where they are missing, and replays it.</summary>
    public static Task<NetworkHost> OpenAsync(DirectoryInfo data, TimeProvider clock, CancellationToken cancellation) =>
        OpenAsync(JournalPlace.In(data), clock, cancellation);

    /// <summary>Opens the journal wherever it is, making it and the data folder where they are missing, and replays it.</summary>
    public static async Task<NetworkHost> OpenAsync(
        JournalPlace place,
        TimeProvider clock,
        CancellationToken cancellation
    ) => await CaughtUpAsync(await BeginAsync(place, clock), cancellation);

    /// <summary>Opens the journal likewise and begins to replay it: the snapshot is behind until the projection has caught up.</summary>
    public static async Task<NetworkHost> BeginAsync(JournalPlace place, TimeProvider clock)
    {
        place.Data.Create();
        var journal = place.Open();
        NetworkStores? stores = null;
        IPersonKeys? vault = null;
        try
        {
            stores = NetworkStores.Open(place);
            vault = stores.OpenVault();
            LeftBehind.ThrowIfKeys(place, vault);
        }
        catch
        {
            vault?.Dispose();
            await journal.DisposeAsync();
            await (stores?.DisposeAsync() ?? ValueTask.CompletedTask);
            throw;
        }

        return Begin(journal, stores, vault, NetworkDefinitions.Load(), clock, SnapshotFile.Of(place));
    }

    /// <summary>Begins to replay a journal, which belongs to the host from now on, as <see cref="StartAsync(IJournal, TimeProvider, CancellationToken)"/> does.</summary>
    public static NetworkHost Begin(IJournal journal, TimeProvider clock) =>
        Begin(journal, NetworkStores.Temporary(), new InMemoryPersonVault(), NetworkDefinitions.Load(), clock);

    /// <summary>
    /// Replays a journal, which belongs to the host from now on. The access log and people's keys last as long as the host.
    /// </summary>
    public static Task<NetworkHost> StartAsync(IJournal journal, TimeProvider clock, CancellationToken cancellation) =>
        StartAsync(journal, NetworkDefinitions.Load(), clock, cancellation);

    /// <summary>The same with other indicators and returns than the server's own, and from a saved snapshot where there is one.</summary>
    public static Task<NetworkHost> StartAsync(
        IJournal journal,
        NetworkDefinitions definitions,
        TimeProvider clock,
        CancellationToken cancellation,
        SnapshotFile? saved = null
    ) =>
        CaughtUpAsync(
            Begin(journal, NetworkStores.Temporary(), new InMemoryPersonVault(), definitions, clock, saved),
            cancellation
        );

    private static NetworkHost Begin(
        IJournal journal,
        NetworkStores stores,
        IPersonVault vault,
        NetworkDefinitions definitions,
        TimeProvider clock,
        SnapshotFile? saved = null
    )
    {
        var projection = NetworkProjection.Of(definitions);
        var resume = saved is null ? null : new SnapshotResume(saved, projection, journal);
        return new NetworkHost(
            journal,
            stores,
            new PersonRegister(vault),
            new NetworkGrains(journal, clock),
            ProjectionHost<NetworkSnapshot>.Begin(projection, journal, resume is null ? null : resume.ReadAsync),
            resume,
            definitions,
            clock
        );
    }

    private static async Task<NetworkHost> CaughtUpAsync(NetworkHost network, CancellationToken cancellation)
    {
        try
        {
            await network.Projection.CatchUpAsync(cancellation);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Projection.DisposeAsync();
        await Grains.DisposeAsync();
        await Journal.DisposeAsync();
        People.Dispose();
        await _stores.DisposeAsync();
        Tail.Dispose();
    }
}
