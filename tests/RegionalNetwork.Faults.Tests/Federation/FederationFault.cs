using RegionalNetwork.Faults.Tests.Cluster;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>Something that goes wrong between a member and its hub, for a time, and is put right again.</summary>
internal sealed record FederationFault(string Name, Func<FederationPair, Random, Task> RunAsync)
{
    /// <summary>Connections of before that come again at one time.</summary>
    private const int Repeats = 8;

    public static IReadOnlyList<FederationFault> All { get; } =
    [
        new(
            "member killed",
            async (pair, random) =>
            {
                await pair.Member.KillAsync();
                await HoldAsync(random);
                await pair.Member.StartAsync();
            }
        ),
        new(
            "hub killed",
            async (pair, random) =>
            {
                await pair.Hub.KillAsync();
                await HoldAsync(random);
                await pair.StartHubAsync();
            }
        ),
        new(
            "both killed",
            async (pair, random) =>
            {
                await Task.WhenAll(pair.Member.KillAsync(), pair.Hub.KillAsync());
                await HoldAsync(random);
                await pair.Member.StartAsync();
                await pair.StartHubAsync();
            }
        ),
        new(
            "hub killed before it is heard",
            async (pair, random) =>
            {
                // It takes batches, and nobody knows.
                pair.Way.Set(LinkWeather.Fine with { IsDownSilent = true });
                await HoldAsync(random);
                await pair.Hub.KillAsync();
                pair.Way.Set(LinkWeather.Fine);
                await pair.StartHubAsync();
            }
        ),
        new("member paused", (pair, random) => PauseAsync(pair.Member, random)),
        new("hub paused", (pair, random) => PauseAsync(pair.Hub, random)),
        Weather("way cut", LinkWeather.Fine with { IsOpen = false }),
        Weather("answers lost", LinkWeather.Fine with { IsDownSilent = true }),
        Weather("way delayed", LinkWeather.Fine with { Delay = TimeSpan.FromMilliseconds(300) }),
        new(
            "batches late, after newer ones",
            async (pair, random) =>
            {
                pair.Way.Set(LinkWeather.Fine with { IsUpSilent = true });
                await HoldAsync(random);
                var held = pair.Way.Sent!.All.TakeLast(Repeats).Reverse().ToArray();
                pair.Way.Set(LinkWeather.Fine);
                await HoldAsync(random);
                await pair.RepeatAsync(held, random);
            }
        ),
        new(
            "old batches again",
            async (pair, random) =>
            {
                var sent = pair.Way.Sent!.All;
                await pair.RepeatAsync(
                    [.. Enumerable.Range(0, Repeats).Select(_ => sent[random.Next(sent.Count)])],
                    random
                );
            }
        ),
    ];

    private static FederationFault Weather(string name, LinkWeather weather) =>
        new(
            name,
            async (pair, random) =>
            {
                pair.Way.Set(weather);
                await HoldAsync(random);
                pair.Way.Set(LinkWeather.Fine);
            }
        );

    private static async Task PauseAsync(Node node, Random random)
    {
        await node.PauseAsync();
        await HoldAsync(random);
        await node.ResumeAsync();
    }

    private static Task HoldAsync(Random random) => Task.Delay(random.Next(200, 2_000));
}
