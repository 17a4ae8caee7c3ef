using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Faults.Tests.Cluster;

/// <summary>
/// A primary and a synchronous standby, each in one of two places. Whichever is the primary waits for the other: both have the same
/// <c>synchronous_standby_names</c>, so that a promoted one confirms nothing alone either.
/// </summary>
internal sealed class DatabasePair : IAsyncDisposable
{
    private static readonly string[] Names = ["left", "right"];

    // Short, so that what was cut is noticed within a test.
    private static readonly (string Name, string Value)[] Settings =
    [
        ("synchronous_standby_names", "ANY 1 (left, right)"),
        ("wal_keep_size", "256MB"),
        // In the data folder, so that nothing is left of a server that is killed and never started again.
        ("dynamic_shared_memory_type", "mmap"),
        ("wal_sender_timeout", "4s"),
        ("wal_receiver_timeout", "4s"),
        ("wal_receiver_status_interval", "1s"),
        ("wal_retrieve_retry_interval", "200ms"),
    ];

    private readonly PostgreSqlServer[] _servers = new PostgreSqlServer[Names.Length];

    /// <summary>From the standby to the primary, by the place of the primary.</summary>
    private readonly Link[] _replication = new Link[Names.Length];

    private DatabasePair() { }

    public PostgreSqlServer Primary => _servers[PrimaryPlace];

    public PostgreSqlServer Standby => _servers[1 - PrimaryPlace];

    /// <summary>Ports of both places. They stay when servers change.</summary>
    public IReadOnlyList<int> Ports { get; private set; } = [];

    /// <summary>What the standby sees of the primary.</summary>
    public Link Replication => _replication[PrimaryPlace];

    private int PrimaryPlace { get; set; }

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static async Task<DatabasePair?> TryStartAsync()
    {
        if (await PostgreSqlServer.TryStartAsync() is not { } primary)
        {
            return null;
        }

        var pair = new DatabasePair();
        pair._servers[0] = primary;
        try
        {
            foreach (var (name, value) in Settings)
            {
                await PostgreSqlServer.ExecuteAsync(primary.Administration, $"ALTER SYSTEM SET {name} = '{value}'");
            }

            await primary.StopAsync();
            await primary.StartAsync();
            await pair.FollowAsync(ownPort: null);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The primary is lost for good and the standby takes its place: whoever runs the service makes sure that the old one is dead
    /// before, and makes a new standby after.
    /// </summary>
    public async Task FailOverAsync()
    {
        var (lost, place) = (Primary, PrimaryPlace);
        await lost.KillAllAsync();
        await Standby.PromoteAsync();
        PrimaryPlace = 1 - place;
        await lost.DisposeAsync();
        await FollowAsync(Ports[place]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers.OfType<PostgreSqlServer>())
        {
            await server.DisposeAsync();
        }

        foreach (var link in _replication.OfType<Link>())
        {
            await link.DisposeAsync();
        }
    }

    /// <summary>Makes the standby of the primary that there is.</summary>
    private async Task FollowAsync(int? ownPort)
    {
        _replication[PrimaryPlace] ??= new Link(Primary.Port);
        var place = 1 - PrimaryPlace;
        _servers[place] = await PostgreSqlServer.StandbyOfAsync(Primary, Names[place], Replication.Port, ownPort);
        Ports = [.. _servers.Select(server => server.Port)];
    }
}
