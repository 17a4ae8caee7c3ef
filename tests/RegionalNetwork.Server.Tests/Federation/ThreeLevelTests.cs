using System.Text.Json;
using RegionalNetwork.Server.Tests.Returns;
using RegionalNetwork.Server.Tests.Running;
using static RegionalNetwork.Server.Tests.Returns.AgencyReturns;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>
/// Two councils' own nodes, a regional hub where the other councils' people work, and a national hub: each a process of its own, with
/// ways between them that lose, double and delay, and with nodes that are killed.
/// </summary>
public sealed class ThreeLevelTests
{
    private const string Coventry = "E08000026";
    private const string Wolverhampton = "E08000031";
    private const string Dudley = "E08000027";
    private const string Solihull = "E08000029";
    private const string WestMidlands = "E12000005";
    private const int Seed = 20261129;

    /// <summary>Federations, each with troubles of its own.</summary>
    private static readonly int Rounds = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long" ? 6 : 1;

    /// <summary>Council, name, how many of everything for each job type, level of the release.</summary>
    private static readonly (string Code, string Name, int Each, string Level)[] AtTheHub =
    [
        (Dudley, "Dudley", 12, "NATION"),
        ("E08000028", "Sandwell", 30, "NATION"),
        (Solihull, "Solihull", 20, "NETWORK"),
        ("E08000030", "Walsall", 25, "NATION"),
        ("E08000025", "Birmingham", 60, "NATION"),
    ];

    private static readonly TimeSpan ArrivalMax = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_national_answer_is_that_of_one_node_whatever_is_killed_lost_doubled_or_delayed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await RunAsync(Seed + (2 * round));
        }
    }

    private static async Task RunAsync(int seed)
    {
        await using var national = await Node.StartNewAsync();
        await using var regional = await Node.StartNewAsync();
        await using var coventry = await Node.StartNewAsync();
        await using var wolverhampton = await Node.StartNewAsync();
        await using var single = await Node.StartNewAsync();
        await national.AdmitAsync(regional, "west-midlands", "nation", "--region", WestMidlands);
        await regional.AdmitAsync(coventry, "coventry", "network", "--council", Coventry);
        await regional.AdmitAsync(wolverhampton, "wolverhampton", "network", "--council", Wolverhampton);
        var (toRegional, toNational) = (new Trouble(seed), new Trouble(seed + 1));
        (regional.Way.Trouble, national.Way.Trouble) = (toRegional, toNational);

        await ReleaseAllAsync(national, regional, coventry, wolverhampton, single);
        foreach (var node in new[] { national, single })
        {
            await node.Client.CompileAsync();
        }

        // England is what the hub of the region let out.
        Assert.Contains(
            national.Way.Requests,
            sent => sent.Text.Contains("\"kind\":\"Sums\"", StringComparison.Ordinal)
        );

        foreach (var indicator in new[] { "AGY-03", "AGY-02" })
        {
            var answer = await NationalAnswerAsync(national, indicator);
            Assert.Equal(await NationalAnswerAsync(single, indicator), answer);
            Assert.Contains("\"status\":\"VALUE\"", answer, StringComparison.Ordinal);
        }

        // The national hub is killed while a council restates; a start compiles a round, so sums are not compared any more.
        await national.KillAsync();
        await RestateAsync(coventry, single, (Coventry, "Coventry", 48, "NATION"));
        await ArrivesAsync(coventry, regional, Coventry);
        await regional.Client.CompileAsync();
        await national.StartAsync();
        await ArrivesAsync(coventry, national, Coventry);

        // Of each vintage that a council's node released, a hub has one; it may pass over one that was restated before it came by.
        Assert.Equal(3, (await ReturnAsync(regional, Coventry)).At("vintages").GetArrayLength());
        Assert.InRange((await ReturnAsync(national, Coventry)).At("vintages").GetArrayLength(), 2, 3);
        Assert.Equal(1, (await ReturnAsync(national, Wolverhampton)).At("vintages").GetArrayLength());
        // Nothing of the council that released to the network alone, in any request.
        Assert.DoesNotContain(national.Way.Requests, sent => sent.Text.Contains(Solihull, StringComparison.Ordinal));
        foreach (var node in new[] { coventry, wolverhampton, regional })
        {
            Assert.Equal(0, (await node.StatusAsync()).At("hub.quarantined").GetArrayLength());
        }

        TestContext.Current.SendDiagnosticMessage(
            $"1 case, seed {seed}: {national.Way.Requests.Count} requests to the national hub ({toNational.Counts}), "
                + $"{regional.Way.Requests.Count} to the regional hub ({toRegional.Counts}); 3 nodes killed"
        );
    }

    /// <summary>
    /// Sums of England and figures by name, as the national office sees them. On the single node it is also told which councils returned
    /// something that is not for the nation; a national hub does not know that.
    /// </summary>
    private static async Task<string> NationalAnswerAsync(Node node, string indicator)
    {
        var answer = await node.Client.QueryAsync(
            $$"""
            {
              benchmark(indicator: "{{indicator}}") {
                england { value numerator status isSuperseded coverage { contributors expected } }
                rows { name figure { value status } }
              }
            }
            """,
            null,
            As.NationalOffice
        );
        var named = answer
            .Data.At("benchmark.rows")
            .EnumerateArray()
            .Where(row => row.At("figure").ValueKind != JsonValueKind.Null);
        return $"{answer.Data.At("benchmark.england")} {string.Join(' ', named)}";
    }

    /// <summary>Until the national hub and the single node have the same.</summary>
    private static async Task ReleaseAllAsync(
        Node national,
        Node regional,
        Node coventry,
        Node wolverhampton,
        Node single
    )
    {
        // The regional hub is killed before a council releases, and a council's node while it sends.
        await regional.KillAsync();
        await ReleaseAsync(coventry, single, (Coventry, "Coventry", 40, "NATION"));
        await regional.StartAsync();
        await ReleaseAsync(regional, single, AtTheHub[0]);
        // What the hub of a region has compiled goes on, and nothing before; of two councils there is no sum.
        await regional.Client.CompileAsync();
        await ArrivesAsync(regional, national, Dudley);
        foreach (var council in AtTheHub[1..])
        {
            await ReleaseAsync(regional, single, council);
        }

        await ReleaseAsync(wolverhampton, single, (Wolverhampton, "Wolverhampton", 50, "NETWORK"));
        await wolverhampton.KillAsync();
        await wolverhampton.StartAsync();
        await WidenAsync(wolverhampton, Wolverhampton, "PUBLIC");
        await WidenAsync(single, Wolverhampton, "PUBLIC");
        await ArrivesAsync(coventry, regional, Coventry);
        // The way to the national hub is cut for a time.
        var address = national.Way.Target;
        national.Way.Target = null;
        await RestateAsync(coventry, single, (Coventry, "Coventry", 44, "NATION"));
        await WithdrawAsync(regional, single, Dudley);
        national.Way.Target = address;

        await ArrivesAsync(coventry, regional, Coventry);
        await ArrivesAsync(wolverhampton, regional, Wolverhampton);
        await regional.Client.CompileAsync();
        string[] released = [Coventry, Wolverhampton, .. AtTheHub.Select(council => council.Code).Except([Solihull])];
        foreach (var council in released)
        {
            await ArrivesAsync(regional, national, council);
        }
    }

    /// <summary>Waits until a hub has the same of a council as the node that sends it.</summary>
    private static async Task ArrivesAsync(Node from, Node to, string council)
    {
        var expected = Last(await ReturnAsync(from, council));
        using var timeout = new CancellationTokenSource(ArrivalMax);
        while (true)
        {
            var there = Last(await ReturnAsync(to, council));
            if (there == expected)
            {
                return;
            }

            Assert.False(timeout.IsCancellationRequested, $"{expected}\n{there}\n{await from.StatusAsync()}");
            await Task.Delay(LookInterval, Cancellation);
        }
    }

    /// <summary>Status, figures and widest release of the last vintage; nothing where there is no return.</summary>
    private static string Last(JsonElement one) =>
        one.ValueKind == JsonValueKind.Undefined || one.At("vintages").GetArrayLength() == 0
            ? ""
            : $"{one.Text("status")} {one.At("vintages").EnumerateArray().Last().At("figures")} "
                + one.At("vintages").EnumerateArray().Last().At("releases").EnumerateArray().Last().Text("level");

    private static async Task ReleaseAsync(
        Node node,
        Node single,
        (string Code, string Name, int Each, string Level) council
    )
    {
        foreach (var at in new[] { node, single })
        {
            await EnterAsync(at, council.Code, council.Name, council.Each);
            await WidenAsync(at, council.Code, council.Level);
        }
    }

    private static async Task RestateAsync(
        Node node,
        Node single,
        (string Code, string Name, int Each, string Level) council
    )
    {
        foreach (var at in new[] { node, single })
        {
            await EnterAsync(at, council.Code, council.Name, council.Each, ("reason", "Two posts were counted twice."));
            await WidenAsync(at, council.Code, council.Level);
        }
    }

    private static async Task EnterAsync(
        Node node,
        string code,
        string name,
        int each,
        params (string Name, string Value)[] more
    )
    {
        var uploaded = await node.Client.UploadReturnAsync(
            As.DataOfficer(code),
            code,
            Table(code, name, each),
            [("submit", "true"), .. more]
        );
        Assert.True(uploaded.Body.At("submitted").GetBoolean(), uploaded.Text);
        await node.Client.SucceedAsync(
            As.Approver(code),
            "approveReturn",
            $"{Of(code)}, draft: {uploaded.Body.At("draft")}",
            "return { status }"
        );
    }

    private static async Task WidenAsync(Node node, string code, string level) =>
        await node.Client.SucceedAsync(
            As.Approver(code),
            "releaseReturn",
            $"{Of(code)}, level: {level}",
            "return { status }"
        );

    private static async Task WithdrawAsync(Node node, Node single, string code)
    {
        foreach (var at in new[] { node, single })
        {
            await at.Client.SucceedAsync(
                As.Approver(code),
                "withdrawReturn",
                $"{Of(code)}, reason: \"The wrong quarter.\"",
                "return { status }"
            );
        }
    }

    /// <summary>As the council's own people see it; undefined where there is none.</summary>
    private static async Task<JsonElement> ReturnAsync(Node node, string council)
    {
        var answer = await node.Client.QueryAsync(
            $$"""{ council(code: "{{council}}") { returns(collection: "agency") { status vintages { figures { text } releases { level } } } } }""",
            null,
            As.DataOfficer(council)
        );
        return answer.Data.At("council.returns").EnumerateArray().SingleOrDefault();
    }
}
