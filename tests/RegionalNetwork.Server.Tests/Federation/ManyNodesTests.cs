using System.Net;
using System.Text.Json;
using RegionalNetwork.EventSourcing.Journal.PostgreSql;
using RegionalNetwork.Server.Tests.Cluster;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using RegionalNetwork.Tests.PostgreSql;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>A member or a hub of two nodes with one journal in PostgreSQL.</summary>
public sealed class ManyNodesTests(SharedPostgreSql shared)
{
    private const string Coventry = "E08000026";
    private const string Dudley = "E08000027";

    private static readonly TimeSpan AgreeMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task One_node_of_a_member_sends_and_when_it_is_killed_another_goes_on()
    {
        var database = await shared.NewDatabaseAsync();
        await using var hub = await Node.StartNewAsync();
        await using var member = await NodeGroup.StartAsync(database, nodes: 1);
        var sender = member.Nodes[0];
        var invitation = await hub.RunAsync([
            "federation",
            "invite",
            "west",
            "--level",
            "network",
            "--council",
            Coventry,
            "--council",
            Dudley,
        ]);
        await member.RunAsync("federation", "join", $"{hub.Way.Address}", invitation, "--level", "network");
        // It is alone, so that it is the one that sends.
        await sender.Client.SeesAsync(FederationWatch.IsHeard);
        await member.AddAsync(1);
        var other = member.Nodes[1];

        // What the other node takes is sent by the first one, and both say how that goes.
        await other.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await other.Client.SettledAsync(1);
        await other.Client.SeesAsync(FederationWatch.IsHeard);
        hub.Way.Target = null;
        await WidenAsync(other.Client, Coventry);
        foreach (var node in member.Nodes)
        {
            await node.Client.SeesAsync(status =>
                status.At("hub.lag").GetInt64() == 1 && status.At("hub.fault").ValueKind == JsonValueKind.Object
            );
        }

        hub.Way.Target = hub.Process.Address;
        foreach (var node in member.Nodes)
        {
            await node.Client.SettledAsync(2);
            await node.Client.SeesAsync(IsWell);
        }

        await sender.Process.KillAsync();
        await other.Client.ReleaseAsync(Dudley, "Dudley", 12);
        await other.Client.SettledAsync(3);
        await other.Client.SeesAsync(IsWell);

        // Each was sent once; but for the second, for which the way was cut.
        Assert.Equal([1, 2, 3], Numbers(hub.Way).Distinct());
        Assert.Equal([1, 3], Numbers(hub.Way).Where(number => number != 2));
        Assert.Equal(3, (await hub.StatusAsync()).At("members.0.acknowledged").GetInt64());
    }

    [Fact]
    public async Task Every_node_of_a_hub_says_the_same_of_a_member_whichever_it_sends_to()
    {
        var database = await shared.NewDatabaseAsync();
        await using var hub = await NodeGroup.StartAsync(database, nodes: 1);
        var invitation = await hub.RunAsync(
            "federation",
            "invite",
            "west",
            "--level",
            "network",
            "--council",
            Coventry
        );
        await hub.AddAsync(1);
        var (a, b) = (hub.Nodes[0], hub.Nodes[1]);
        await using var way = Way.Open();
        way.Target = a.Process.Address;
        await using var member = await Node.StartNewAsync();
        await member.RunAsync("federation", "join", $"{way.Address}", invitation, "--level", "network");
        await member.SeesAsync(FederationWatch.IsHeard);
        await member.Client.ReleaseAsync(Coventry, "Coventry", 40);
        await member.SettledAsync(1);
        await AgreeAsync(a.Client, b.Client, acknowledged: 1);

        way.Target = b.Process.Address;
        await WidenAsync(member.Client, Coventry);
        await member.SettledAsync(2);
        await AgreeAsync(a.Client, b.Client, acknowledged: 2);

        // While one node takes a batch of a member, the other takes none of it.
        await using var journal = PostgreSqlJournal.Open(PostgreSqlJournalOptions.At(database), TimeProvider.System);
        var batch = way.Requests.Last(sent => NumbersOf(sent).Length > 0);
        await using (var turn = await TakeTurnAsync(journal))
        {
            using var refused = await way.RepeatAsync(batch);
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        }

        HttpStatusCode status;
        do
        {
            // The member may have its own turn in this moment.
            using var repeated = await way.RepeatAsync(batch);
            status = repeated.StatusCode;
        } while (status == HttpStatusCode.TooManyRequests);

        Assert.Equal(HttpStatusCode.OK, status);
        await AgreeAsync(a.Client, b.Client, acknowledged: 2);
    }

    private static bool IsWell(JsonElement status) =>
        FederationWatch.IsHeard(status) && status.At("hub.fault").ValueKind == JsonValueKind.Null;

    private static async Task WidenAsync(NetworkClient client, string council) =>
        await client.SucceedAsync(
            As.Approver(council),
            "releaseReturn",
            $"{Of(council)}, level: NATION",
            "return { status }"
        );

    /// <summary>Waits until both nodes say the same of the one member, and that nothing waits there.</summary>
    private static async Task AgreeAsync(NetworkClient a, NetworkClient b, long acknowledged)
    {
        using var timeout = new CancellationTokenSource(AgreeMax);
        while (true)
        {
            var (atA, atB) = ((await a.FederationAsync()).At("members.0"), (await b.FederationAsync()).At("members.0"));
            if (
                atA.GetRawText() == atB.GetRawText()
                && atA.At("acknowledged").GetInt64() == acknowledged
                && atA.At("lag") is { ValueKind: JsonValueKind.Number } lag
                && lag.GetInt64() == 0
                && atA.At("problem").ValueKind == JsonValueKind.Null
            )
            {
                return;
            }

            Assert.False(timeout.IsCancellationRequested, $"{atA}\n{atB}");
            await Task.Delay(LookInterval, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<IAsyncDisposable> TakeTurnAsync(PostgreSqlJournal journal)
    {
        while (true)
        {
            if (
                await journal.TryTakeTurnAsync("federation-take-west", TestContext.Current.CancellationToken) is
                { } turn
            )
            {
                return turn;
            }

            await Task.Delay(LookInterval, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Of every message in every request, as they were sent.</summary>
    private static long[] Numbers(Way way) => [.. way.Requests.SelectMany(NumbersOf)];

    private static long[] NumbersOf(Sent sent) =>
        sent.Path == "/federation/batches"
            ?
            [
                .. JsonElement
                    .Parse(sent.Text)
                    .At("messages")
                    .EnumerateArray()
                    .Select(one => one.At("number").GetInt64()),
            ]
            : [];
}
