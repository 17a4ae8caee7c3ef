using RegionalNetwork.Faults.Tests.Cluster;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>What happens to one node, its clock and its network.</summary>
internal static class NodeFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of(
            "node killed",
            async fault =>
            {
                await fault.Victim.KillAsync();
                await fault.HoldAsync();
                await fault.Victim.StartAsync();
            }
        ),
        Of(
            "node paused",
            async fault =>
            {
                await fault.Victim.PauseAsync();
                await fault.HoldAsync();
                await fault.Victim.ResumeAsync();
            }
        ),
        Of(
            "clock jumps",
            async fault =>
            {
                var hours = Node.JumpMax.TotalHours - 1;
                fault.Victim.Clock.Set(TimeSpan.FromHours((fault.Random.NextDouble() * 2 - 1) * hours));
                // The clock is looked at once a second.
                await Task.Delay(TimeSpan.FromSeconds(1.5));
                fault.Victim.Clock.Set(TimeSpan.FromHours((fault.Random.NextDouble() * 2 - 1) * hours));
                await fault.HoldAsync();
            }
        ),
        Network("network cut", LinkWeather.Fine with { IsOpen = false }),
        Network("network silent", LinkWeather.Fine with { IsUpSilent = true, IsDownSilent = true }),
        Network("answers of the database lost", LinkWeather.Fine with { IsDownSilent = true }),
        Network("network delayed", LinkWeather.Fine with { Delay = TimeSpan.FromMilliseconds(80) }),
        Network("network slow", LinkWeather.Fine with { BytesPerSecond = 40_000 }),
    ];

    private static Fault Network(string name, LinkWeather weather) =>
        Of(
            name,
            async fault =>
            {
                fault.Cluster.SetLinks(fault.Victim, weather);
                await fault.HoldAsync();
                fault.Cluster.SetLinks(fault.Victim, LinkWeather.Fine);
            }
        );

    private static Fault Of(string name, Func<Inflicted, Task> run) => new(name, OfDatabase: false, run);
}
