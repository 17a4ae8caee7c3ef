using System.Diagnostics.Metrics;
using RegionalNetwork.Server.Federation.Status;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>
/// How it goes with each link of the federation, by the name of the other node: a member's, or the host of the hub. What went wrong
/// is a sentence, which stands on the status page and not here.
/// </summary>
internal sealed class FederationMeters : IDisposable
{
    private const string DirectionTag = "regionalnetwork.federation.direction";

    private readonly Func<FederationStatus> _status;
    private readonly TimeProvider _clock;

    public FederationMeters(Func<FederationStatus> status, TimeProvider clock)
    {
        (_status, _clock) = (status, clock);
        Observe("lag", "{message}", "Messages that wait to be sent up and are not acknowledged.", link => link.Lag);
        Observe(
            "delay",
            "s",
            "How long the oldest message has waited that is not acknowledged; 0 where none waits.",
            link => Since(link.BehindSince) ?? 0
        );
        Observe("silence", "s", "How long ago the other node was last heard of.", link => Since(link.HeardAt));
        Observe(
            "failing",
            "{link}",
            "1 where the last batch was not taken whole, or the other node could not be asked; else 0.",
            link => link.IsFailing ? 1 : 0
        );
        Observe(
            "quarantined",
            "{message}",
            "Messages that the hub has put in quarantine and nothing has settled yet.",
            link => link.Quarantined
        );
    }

    /// <summary>Of this link of this process.</summary>
    internal Meter Meter { get; } = new("RegionalNetwork.Federation");

    public void Dispose() => Meter.Dispose();

    private void Observe(string name, string unit, string description, Func<Link, double?> read) =>
        Meter.CreateObservableGauge(
            $"regionalnetwork.federation.{name}",
            () =>
                from link in LinksOf(_status())
                let value = read(link)
                where value is not null
                select new Measurement<double>(
                    value.Value,
                    ServerMeters.Tag(DirectionTag, link.Direction),
                    ServerMeters.Tag(Spans.PeerTag, link.Peer)
                ),
            unit,
            description
        );

    /// <summary>Those that there are now: who left is not waited for.</summary>
    private static IEnumerable<Link> LinksOf(FederationStatus status)
    {
        if (status.Hub is { LeftAt: null } hub)
        {
            yield return new Link(
                "to-hub",
                new Uri(hub.Url).Host,
                hub.Lag,
                hub.BehindSince,
                hub.HeardAt,
                hub.Fault is not null,
                hub.Quarantined.Count
            );
        }

        foreach (var member in status.Members.Where(member => member.IsEnrolled))
        {
            yield return new Link(
                "from-member",
                member.Name,
                member.Lag,
                member.BehindSince,
                member.HeardAt,
                member.Problem is not null,
                member.Quarantined.Count
            );
        }
    }

    /// <summary>Clocks of two machines differ: nothing is less than 0 s ago.</summary>
    private double? Since(DateTimeOffset? instant) =>
        instant is { } then ? Math.Max(0, (_clock.GetUtcNow() - then).TotalSeconds) : null;

    private sealed record Link(
        string Direction,
        string Peer,
        long? Lag,
        DateTimeOffset? BehindSince,
        DateTimeOffset? HeardAt,
        bool IsFailing,
        int Quarantined
    );
}
