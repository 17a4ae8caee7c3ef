using RegionalNetwork.Server.Tests.Federation;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>A council's node and its hub, each of which sends to a collector.</summary>
public sealed class FederationTelemetryTests : IDisposable
{
    private const string Coventry = "E08000026";
    private const string Direction = "regionalnetwork.federation.direction";
    private const string Peer = "regionalnetwork.federation.peer";
    private const string Messages = "regionalnetwork.federation.messages";

    private readonly Collector _ofHub = new();
    private readonly Collector _ofCouncil = new();

    public void Dispose()
    {
        _ofHub.Dispose();
        _ofCouncil.Dispose();
    }

    [Fact]
    public async Task A_batch_is_one_trace_from_the_node_to_the_hub_and_both_say_how_the_link_goes()
    {
        await using var hub = await Node.StartNewAsync(_ofHub.Settings);
        await using var council = await Node.StartNewAsync(_ofCouncil.Settings);
        var invitation = await hub.RunAsync([
            "federation",
            "invite",
            "coventry",
            "--level",
            "network",
            "--council",
            Coventry,
        ]);
        // Straight to the hub: a way would lose what the request says of its trace.
        await council.RunAsync("federation", "join", $"{hub.Process.Address}", invitation, "--level", "network");
        await council.SeesAsync(FederationWatch.IsHeard);
        await council.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await council.SettledAsync(1);

        await _ofCouncil.WaitForAsync(all => Push(all) is not null, "the span of the batch");
        await _ofHub.WaitForAsync(all => Receive(all) is not null, "the span of what came");
        var (push, receive) = (Push(_ofCouncil)!, Receive(_ofHub)!);
        Assert.Equal((push.Trace, push.Id), (receive.Trace, receive.Parent));

        await _ofCouncil.WaitForAsync(
            all => Says(all, "lag", "to-hub", "127.0.0.1", 0) && Says(all, "failing", "to-hub", "127.0.0.1", 0),
            "that all is at the hub"
        );
        await _ofHub.WaitForAsync(
            all => Says(all, "lag", "from-member", "coventry", 0) && Says(all, "failing", "from-member", "coventry", 0),
            "that all has come"
        );
        await hub.Process.KillAsync();
        await council.Client.SucceedAsync(
            As.Approver(Coventry),
            "releaseReturn",
            $"{AgencyReturns.Of(Coventry)}, level: NATION",
            "return { status }"
        );
        await _ofCouncil.WaitForAsync(
            all => Says(all, "lag", "to-hub", "127.0.0.1", 1) && Says(all, "failing", "to-hub", "127.0.0.1", 1),
            "that the hub is away"
        );
    }

    private static SentSpan? Push(Collector all) => Find(all, "federation push", "127.0.0.1");

    private static SentSpan? Receive(Collector all) => Find(all, "federation receive", "coventry");

    /// <summary>The batch with the one message.</summary>
    private static SentSpan? Find(Collector all, string name, string peer) =>
        all.Spans.FirstOrDefault(span =>
            span.Name == name
            && span.Attributes.GetValueOrDefault(Peer) == peer
            && span.Attributes.GetValueOrDefault(Messages) == "1"
        );

    private static bool Says(Collector all, string metric, string direction, string peer, double value) =>
        all.Metrics.Any(sent =>
            sent.Is($"regionalnetwork.federation.{metric}", (Direction, direction), (Peer, peer))
            && sent.Value.Equals(value)
        );
}
