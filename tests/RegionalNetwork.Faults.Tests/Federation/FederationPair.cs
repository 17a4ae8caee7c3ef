using System.Globalization;
using System.Text;
using System.Text.Json;
using RegionalNetwork.Faults.Tests.Cluster;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>A hub and a member node that speaks for some councils, each a process of its own, with a way between them that can be spoilt.</summary>
internal sealed class FederationPair : IAsyncDisposable
{
    /// <summary>What the hub calls the member.</summary>
    public const string MemberName = "west-midlands";

    private FederationPair() { }

    /// <summary>Code and name of the councils that the member speaks for.</summary>
    public static IReadOnlyList<(string Code, string Name)> Councils { get; } =
    [
        ("E08000025", "Birmingham"),
        ("E08000026", "Coventry"),
        ("E08000027", "Dudley"),
        ("E08000028", "Sandwell"),
        ("E08000029", "Solihull"),
        ("E08000030", "Walsall"),
        ("E08000031", "Wolverhampton"),
    ];

    public Node Hub { get; } = new(number: 0, journal: null);

    public Node Member { get; } = new(number: 1, journal: null);

    /// <summary>From the member to the hub.</summary>
    public Link Way { get; } = new(port: 0) { Sent = new SentBytes() };

    /// <summary>Requests that were sent again and answered.</summary>
    public int Repeated { get; private set; }

    /// <summary>What the member's status says of its hub; null while it is away.</summary>
    public async Task<(long Queued, long Acknowledged)?> ProgressAsync()
    {
        if (Member.Address is not { } address)
        {
            return null;
        }

        try
        {
            using var client = new NetworkClient(address, Member.Data);
            var answer = await client.SendAsync(
                new HttpRequestMessage(HttpMethod.Get, "/federation/status"),
                As.Operator
            );
            var hub = answer.Body.At("hub");
            return (hub.At("queued").GetInt64(), hub.At("acknowledged").GetInt64());
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Everything that ever went over the way, as far as it is kept.</summary>
    public string SentText => string.Concat(Way.Sent!.All.Select(Encoding.UTF8.GetString));

    public static async Task<FederationPair> StartAsync()
    {
        var pair = new FederationPair();
        try
        {
            await pair.StartHubAsync();
            await pair.Member.StartAsync();
            var invitation = await RunAsync(
                pair.Hub,
                [
                    "invite",
                    MemberName,
                    "--level",
                    "network",
                    .. Councils.SelectMany(one => new[] { "--council", one.Code }),
                ]
            );
            var hub = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{pair.Way.Port}");
            await RunAsync(pair.Member, ["join", hub, invitation, "--level", "network"]);
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    public async Task StartHubAsync()
    {
        await Hub.StartAsync();
        Way.Target = Hub.Address!.Port;
    }

    /// <summary>Sends some of what was sent before to the hub again, all at about the same time and in any order.</summary>
    public async Task RepeatAsync(IReadOnlyList<byte[]> connections, Random random)
    {
        var delays = connections.Select(_ => random.Next(500)).ToArray();
        var answered = await Task.WhenAll(
            connections.Select(
                async (bytes, i) =>
                {
                    await Task.Delay(delays[i]);
                    return await SentBytes.SendAsync(bytes, Way.Target);
                }
            )
        );
        Repeated += answered.Sum();
    }

    public async ValueTask DisposeAsync()
    {
        await Member.DisposeAsync();
        await Hub.DisposeAsync();
        await Way.DisposeAsync();
    }

    /// <returns>The first line that a command of the federation printed.</returns>
    private static async Task<string> RunAsync(Node node, IEnumerable<string> arguments)
    {
        var run = await CommandLineRun.OfAsync(["federation", .. arguments, "--data", node.Data.FullName]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Split('\n')[0];
    }
}
