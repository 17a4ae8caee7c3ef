namespace RegionalNetwork.Faults.Tests.Cluster;

/// <summary>Several nodes on one journal in a pair of PostgreSQL servers, each node with a network of its own to both.</summary>
internal sealed class NodeCluster : IAsyncDisposable
{
    private readonly List<Link> _links = [];

    private NodeCluster(DatabasePair databases) => Databases = databases;

    public DatabasePair Databases { get; }

    public List<Node> Nodes { get; } = [];

    /// <summary>Null where PostgreSQL is not installed.</summary>
    public static async Task<NodeCluster?> TryStartAsync(int nodes)
    {
        if (await DatabasePair.TryStartAsync() is not { } databases)
        {
            return null;
        }

        var cluster = new NodeCluster(databases);
        try
        {
            for (var number = 0; number < nodes; number++)
            {
                cluster.Add(number);
            }

            // The first makes the tables.
            await cluster.Nodes[0].StartAsync();
            await Task.WhenAll(cluster.Nodes.Skip(1).Select(node => node.StartAsync()));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>The ways of one node to both databases.</summary>
    public void SetLinks(Node node, LinkWeather weather)
    {
        foreach (var link in LinksOf(node))
        {
            link.Set(weather);
        }
    }

    /// <summary>Starts those that ended by themselves.</summary>
    public async Task ReviveAsync()
    {
        foreach (var node in Nodes.Where(node => node.HasEnded))
        {
            await node.RestartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in Nodes)
        {
            await node.DisposeAsync();
        }

        foreach (var link in _links)
        {
            await link.DisposeAsync();
        }

        await Databases.DisposeAsync();
    }

    private IEnumerable<Link> LinksOf(Node node) =>
        _links.Skip(node.Number * Databases.Ports.Count).Take(Databases.Ports.Count);

    private void Add(int number)
    {
        _links.AddRange(Databases.Ports.Select(port => new Link(port)));
        var hosts = string.Join(',', _links.TakeLast(Databases.Ports.Count).Select(link => $"127.0.0.1:{link.Port}"));
        // A second, not ten, until a host that was away or a standby is asked again; no patience with one that is silent.
        var node = new Node(
            number,
            $"Host={hosts};Database=postgres;Username=postgres;Host Recheck Seconds=1;Timeout=3"
        );
        Nodes.Add(node);
        if (number > 0)
        {
            node.UseKeysOf(Nodes[0]);
        }
    }
}
