using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.EventSourcing.Projections;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Snapshot;

namespace RegionalNetwork.Server.Requests;

/// <summary>
/// What resolvers share within one request: one snapshot from beginning to end, who asks, and what day it is. A mutation moves
/// on to the snapshot that includes what it wrote.
/// </summary>
internal sealed class NetworkRequest(NetworkHost host, Actor? actor)
{
    private Published<NetworkSnapshot> _published = host.Projection.Current;

    public NetworkSnapshot Snapshot => _published.Snapshot;

    /// <summary>How far the snapshot has come.</summary>
    public JournalPosition Position => _published.Position;

    /// <summary>Null for an anonymous caller.</summary>
    public Actor? Actor { get; } = actor;

    public NetworkHost Host { get; } = host;

    /// <summary>The budget that operations of this request are paid from; null where there is no limit.</summary>
    public Spending? Spending { get; init; }

    /// <summary>What the operation of this request cost its caller; 0 where there is no limit.</summary>
    public double CostUnits { get; set; }

    /// <summary>In UTC: memberships and appointments hold by the day, and no rule turns on the hour of its change.</summary>
    public DateOnly Today { get; } = DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Moves on to a snapshot that includes the position: read your own writes.</summary>
    public async Task ReachAsync(JournalPosition position, CancellationToken cancellation) =>
        _published = await Host.Projection.WaitForAsync(position, cancellation);
}
