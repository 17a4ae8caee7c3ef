using RegionalNetwork.Faults.Tests.Cluster;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>Which faults come, in which order: every kind once, then again, as often as there is time.</summary>
internal sealed class FaultSchedule(NodeCluster cluster, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>What came, in order.</summary>
    public List<string> Inflicted { get; } = [];

    /// <summary>One fault of every kind, one after the other.</summary>
    /// <param name="after">What is done after each, with the faults in force over.</param>
    public async Task EachAsync(Func<string, Task> after)
    {
        Fault[] faults = [.. NodeFaults.All, .. DatabaseFaults.All];
        _random.Shuffle(faults);
        foreach (var fault in faults)
        {
            await RunAsync(fault);
            await after(fault.Name);
        }
    }

    /// <summary>A fault of the databases and two of nodes, all at the same time.</summary>
    public async Task TogetherAsync(Func<string, Task> after)
    {
        var nodes = Enumerable.Range(0, cluster.Nodes.Count).ToArray();
        _random.Shuffle(nodes);
        (Fault Fault, int Node)[] faults =
        [
            (One(DatabaseFaults.All), nodes[0]),
            (One(NodeFaults.All), nodes[0]),
            (One(NodeFaults.All), nodes[1]),
        ];
        // Each with chance of its own, so that their speed does not settle what the others do.
        await Task.WhenAll(
            faults.Select(one => RunAsync(one.Fault, cluster.Nodes[one.Node], new Random(_random.Next())))
        );
        await after(string.Join(" + ", faults.Select(one => one.Fault.Name)));
    }

    private Task RunAsync(Fault fault) => RunAsync(fault, cluster.Nodes[_random.Next(cluster.Nodes.Count)], _random);

    private Task RunAsync(Fault fault, Node victim, Random random)
    {
        Inflicted.Add(fault.Name);
        return fault.RunAsync(new Inflicted(cluster, victim, random));
    }

    private Fault One(IReadOnlyList<Fault> faults) => faults[_random.Next(faults.Count)];
}
