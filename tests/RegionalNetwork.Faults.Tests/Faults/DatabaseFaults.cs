using RegionalNetwork.Faults.Tests.Cluster;

namespace RegionalNetwork.Faults.Tests.Faults;

/// <summary>What happens to the databases and to what is between them.</summary>
internal static class DatabaseFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of(
            "primary killed",
            async fault =>
            {
                await fault.Databases.Primary.KillAllAsync();
                await fault.HoldAsync();
                await fault.Databases.Primary.StartAsync();
            }
        ),
        Of(
            "primary paused",
            async fault =>
            {
                await fault.Databases.Primary.PauseAsync();
                await fault.HoldAsync();
                await fault.Databases.Primary.ResumeAsync();
            }
        ),
        Of(
            "standby killed",
            async fault =>
            {
                await fault.Databases.Standby.KillAllAsync();
                await fault.HoldAsync();
                await fault.Databases.Standby.StartAsync();
            }
        ),
        Of(
            "standby paused",
            async fault =>
            {
                await fault.Databases.Standby.PauseAsync();
                await fault.HoldAsync();
                await fault.Databases.Standby.ResumeAsync();
            }
        ),
        Of("standby promoted", fault => fault.Databases.FailOverAsync()),
        Replication("replication cut", LinkWeather.Fine with { IsOpen = false }),
        Replication("confirmations of the standby lost", LinkWeather.Fine with { IsUpSilent = true }),
        // A standby whose disk is slow is one that confirms late.
        Replication("standby slow", LinkWeather.Fine with { Delay = TimeSpan.FromMilliseconds(200) }),
    ];

    private static Fault Replication(string name, LinkWeather weather) =>
        Of(
            name,
            async fault =>
            {
                var replication = fault.Databases.Replication;
                replication.Set(weather);
                await fault.HoldAsync();
                replication.Set(LinkWeather.Fine);
            }
        );

    private static Fault Of(string name, Func<Inflicted, Task> run) => new(name, OfDatabase: true, run);
}
