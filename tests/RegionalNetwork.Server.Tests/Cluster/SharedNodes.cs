using RegionalNetwork.Tests.PostgreSql;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>Three nodes that the tests of one class share, none of which harms them.</summary>
public sealed class SharedNodes(SharedPostgreSql shared) : IAsyncLifetime
{
    private NodeGroup? _group;

    internal Node A => _group!.Nodes[0];

    internal Node B => _group!.Nodes[1];

    internal Node C => _group!.Nodes[2];

    public async ValueTask InitializeAsync() =>
        _group = await NodeGroup.StartAsync(await shared.NewDatabaseAsync(), nodes: 3);

    public async ValueTask DisposeAsync()
    {
        if (_group is not null)
        {
            await _group.DisposeAsync();
        }
    }
}
