using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Cluster;

/// <summary>What this node is fit for now: alive, ready for requests, or refusing them.</summary>
internal sealed class NodeHealth(NetworkHost network, JournalWatch watch)
{
    private volatile NodeCondition? _refusal = NodeCondition.Starting;
    private volatile bool _isDraining;

    /// <summary>
    /// Why every request is refused; null where they are answered. Read before each one, so it is kept and not worked out.
    /// </summary>
    public NodeCondition? Refusal => _refusal;

    /// <summary>
    /// False where only a new process can help: the snapshot cannot follow the journal any more. An event of a newer version is
    /// something else: the same version would meet it again, over and over.
    /// </summary>
    public bool IsAlive => network.Projection.Fault is not { } fault || NodeCondition.NewerEvent(fault) is not null;

    /// <summary>Why the node should get no requests; empty where it is ready.</summary>
    public IReadOnlyList<NodeCondition> Conditions
    {
        get
        {
            var found = new List<NodeCondition>();
            if (Refusal is { } refusal)
            {
                found.Add(refusal);
            }

            if (_isDraining)
            {
                found.Add(NodeCondition.Draining);
            }

            if (watch.IsAway)
            {
                found.Add(NodeCondition.JournalAway);
            }

            if (Refusal is null && watch.IsLagging)
            {
                found.Add(NodeCondition.Lagging);
            }

            return found;
        }
    }

    /// <summary>How far the snapshot has come, and where the journal ended a moment ago.</summary>
    public (long Position, long End) Progress => (network.Projection.Current.Position.Value, watch.End.Value);

    /// <summary>The snapshot has caught up: requests are answered from now on.</summary>
    public void Start() => _refusal = network.Projection.Fault is { } fault ? RefusalOf(fault) : null;

    /// <summary>The node was told to stop: it answers still, but wants nothing new.</summary>
    public void Drain() => _isDraining = true;

    /// <summary>The snapshot stands still for ever, so that what it shows is no longer so: requests are refused from now on.</summary>
    public void Stop(Exception fault) => _refusal = RefusalOf(fault);

    private static NodeCondition RefusalOf(Exception fault) => NodeCondition.NewerEvent(fault) ?? NodeCondition.Stopped;
}
