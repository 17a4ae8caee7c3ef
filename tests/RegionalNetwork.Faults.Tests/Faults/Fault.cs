using RegionalNetwork.Faults.Tests.Cluster;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>Something that goes wrong, for a time, and is put right again.</summary>
/// <param name="OfDatabase">Whether it hits the databases; otherwise it hits one node.</param>
internal sealed record Fault(string Name, bool OfDatabase, Func<Inflicted, Task> RunAsync);

/// <summary>Where and how long a fault is.</summary>
/// <param name="Victim">The node that it hits, if it hits one.</param>
internal sealed record Inflicted(NodeCluster Cluster, Node Victim, Random Random)
{
    public DatabasePair Databases => Cluster.Databases;

    /// <summary>The time that it lasts: long enough for what waits to notice, shorter than any patience.</summary>
    public Task HoldAsync() => Task.Delay(TimeSpan.FromMilliseconds(Random.Next(200, 2_000)));
}
