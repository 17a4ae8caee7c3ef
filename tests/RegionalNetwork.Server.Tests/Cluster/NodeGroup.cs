using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>Nodes on one journal in PostgreSQL, each a process of its own with a data folder of its own.</summary>
/// <param name="settings">Of every node, besides the journal.</param>
internal sealed class NodeGroup(string database, IReadOnlyDictionary<string, string?> settings) : IAsyncDisposable
{
    private readonly List<Node> _nodes = [];
    private readonly List<TemporaryFolder> _folders = [];

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Runs a command of the executable in the data folder of the first node, which must succeed.</summary>
    /// <returns>The first line that it printed.</returns>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var run = await CommandLineRun.OfAsync([.. arguments, "--data", _folders[0].Path, "--journal", database]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Split('\n')[0];
    }

    public static Task<NodeGroup> StartAsync(string database, int nodes) =>
        StartAsync(database, nodes, new Dictionary<string, string?>());

    public static async Task<NodeGroup> StartAsync(
        string database,
        int nodes,
        IReadOnlyDictionary<string, string?> settings
    )
    {
        var group = new NodeGroup(database, settings);
        try
        {
            await group.AddAsync(nodes);
            return group;
        }
        catch
        {
            await group.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts more nodes, all at once. Every node accepts the same tokens.</summary>
    public async Task AddAsync(int nodes)
    {
        var starts = Enumerable.Range(0, nodes).Select(_ => StartAsync(NewFolder())).ToArray();
        try
        {
            await Task.WhenAll(starts);
        }
        finally
        {
            // Where one did not start, the others are ended all the same.
            foreach (var start in starts.Where(start => start.IsCompletedSuccessfully))
            {
                _nodes.Add(await start);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        _folders.ForEach(folder => folder.Dispose());
    }

    private async Task<Node> StartAsync(TemporaryFolder folder)
    {
        var process = await ServerProcess.StartAsync(
            folder.Path,
            ["--urls", "http://127.0.0.1:0", "--rate-limit", "off"],
            new Dictionary<string, string?>(settings) { ["Journal__PostgreSql"] = database }
        );
        return new Node(process, folder.Info);
    }

    private TemporaryFolder NewFolder()
    {
        var folder = new TemporaryFolder();
        _folders.Add(folder);
        if (_folders.Count == 1)
        {
            SharedKeys.Make(folder.Info);
        }
        else
        {
            SharedKeys.Copy(_folders[0].Info, folder.Info);
        }

        return folder;
    }
}
