using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Returns;

namespace RegionalNetwork.Server.Hosting;

/// <summary>Everything that a server does by itself.</summary>
internal static class NightlyTasks
{
    /// <summary>In the order in which a start does them.</summary>
    public static IReadOnlyList<NightlyTask> Of(NetworkHost network, ILogger log)
    {
        var people = new PersonRetention(network);
        return
        [
            new RoundSchedule(network, log).Nightly,
            people.Erasure,
            people.KeyDestruction,
            AccessLogRetention(network),
        ];
    }

    /// <summary>Deletes what the access log holds for longer than is kept.</summary>
    private static NightlyTask AccessLogRetention(NetworkHost network) =>
        new(
            "access-log-retention",
            TimeSpan.FromMinutes(30),
            IsShared: true,
            async cancellation =>
            {
                await network.AccessLog.ForgetAsync(network.Clock.GetUtcNow(), cancellation);
                return true;
            }
        );
}
