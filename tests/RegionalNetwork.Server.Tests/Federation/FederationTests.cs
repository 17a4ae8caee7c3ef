using System.Text.Json;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>A council's own node and a hub, each a process of its own.</summary>
public sealed class FederationTests
{
    private const string Coventry = "E08000026";

    [Fact]
    public async Task What_a_council_releases_on_its_node_is_at_the_hub()
    {
        await using var hub = await Node.StartNewAsync();
        await using var council = await Node.StartNewAsync();
        await hub.AdmitAsync(council, "coventry", "network", "--council", Coventry);

        await council.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await council.SettledAsync(1);

        Assert.Equal(await ReturnAsync(council), await ReturnAsync(hub));
    }

    /// <summary>Status and figures as the council's own people see them.</summary>
    private static async Task<string> ReturnAsync(Node node)
    {
        var answer = await node.Client.QueryAsync(
            $$"""
            { council(code: "{{Coventry}}") { returns(collection: "agency") { period status vintages { number figures { item field text } releases { level from } withdrawnOn } } } }
            """,
            null,
            As.DataOfficer(Coventry)
        );
        return answer.Data.GetRawText();
    }
}
