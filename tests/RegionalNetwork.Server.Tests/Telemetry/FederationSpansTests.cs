using RegionalNetwork.Server.Tests.Federation;
using RegionalNetwork.Server.Tests.Returns;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>A council's node and its hub, both of which send to one collector.</summary>
public sealed class FederationSpansTests : IDisposable
{
    private const string Coventry = "E08000026";
    private const string Messages = "regionalnetwork.federation.messages";

    private readonly Collector _collector = new();

    public void Dispose() => _collector.Dispose();

    [Fact]
    public async Task What_a_node_pushes_and_what_its_hub_receives_is_one_trace()
    {
        await using var hub = await Node.StartNewAsync(_collector.Settings);
        await using var council = await Node.StartNewAsync(_collector.Settings);
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);
        await council.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await council.SettledAsync(1);

        await _collector.WaitForAsync(
            all =>
                all.Spans.Any(received =>
                    received.Name == "federation receive"
                    && received.Attributes[Messages] == "1"
                    && received.Attributes["regionalnetwork.federation.peer"] == "coventry"
                    && all.Spans.Any(pushed =>
                        pushed.Name == "federation push"
                        && (pushed.Trace, pushed.Id) == (received.Trace, received.Parent)
                        && pushed.Attributes[Messages] == "1"
                    )
                ),
            "a push and its receipt in one trace"
        );
    }
}
