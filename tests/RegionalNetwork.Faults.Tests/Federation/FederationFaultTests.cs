using System.Diagnostics;
using RegionalNetwork.Faults.Tests.Faults;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Federation;

/// <summary>
/// A member node and its hub, while batches and answers are lost, late, doubled and out of order and both die again and again: the
/// hub ends up with exactly what the councils released, each message carried out once and in order.
/// </summary>
public sealed class FederationFaultTests(ITestOutputHelper output)
{
    /// <summary>Time from the end of a fault until the hub has acknowledged what waited then, and from the end of all until both agree.</summary>
    private static readonly TimeSpan RecoveryMax = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(200);

    private readonly List<string> _inflicted = [];

    [Fact]
    public async Task Hub_has_what_was_released_and_each_message_once_whatever_fails()
    {
        for (var round = 0; round < FaultsMode.FederationRounds; round++)
        {
            _inflicted.Clear();
            await using var pair = await FederationPair.StartAsync();
            await RunAsync(pair, unchecked(FaultsMode.Seed + round));
        }
    }

    private async Task RunAsync(FederationPair pair, int seed)
    {
        output.WriteLine($"Seed {seed}.");
        var (random, watch) = (new Random(seed), Stopwatch.StartNew());
        var clerks = new Clerks(pair.Member, FederationPair.Councils, seed);
        using var stop = new CancellationTokenSource();
        var working = clerks.RunAsync(stop.Token);
        try
        {
            await RecoveredAsync(pair, clerks, "the start", messages: 1);
            var faults = FederationFault.All.ToArray();
            random.Shuffle(faults);
            foreach (
                var fault in (FederationFault[])[.. faults, .. random.GetItems(faults, FaultsMode.FederationFaults)]
            )
            {
                _inflicted.Add(fault.Name);
                await fault.RunAsync(pair, random);
                await RecoveredAsync(pair, clerks, fault.Name, messages: 0);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working;
        }

        await CheckAsync(pair, clerks, watch);
    }

    /// <summary>Waits until the hub has acknowledged what waits now, and so many messages at least.</summary>
    private static async Task RecoveredAsync(FederationPair pair, Clerks clerks, string fault, long messages)
    {
        var (watch, aim) = (Stopwatch.StartNew(), (long?)null);
        while (true)
        {
            if (await pair.ProgressAsync() is { } progress)
            {
                aim ??= Math.Max(progress.Queued, messages);
                if (progress.Acknowledged >= aim)
                {
                    return;
                }
            }

            Assert.True(
                watch.Elapsed < RecoveryMax,
                $"The hub did not acknowledge message {aim} for {RecoveryMax} after: {fault}. {clerks.Cycles} returns were entered. "
                    + $"Last refused: {clerks.LastRefusal}"
            );
            await Task.Delay(LookInterval);
        }
    }

    private async Task CheckAsync(FederationPair pair, Clerks clerks, Stopwatch watch)
    {
        // What was released last is still on its way.
        var settling = Stopwatch.StartNew();
        while (
            FederationChecker.Check(await FederationReading.OfAsync(pair, clerks)).Count > 0
            && settling.Elapsed < RecoveryMax
        )
        {
            await Task.Delay(LookInterval);
        }

        foreach (var node in new[] { pair.Member, pair.Hub })
        {
            await node.StopAsync();
            var verified = await CommandLineRun.OfAsync("verify", "--data", node.Data.FullName);
            Assert.True(verified.ExitCode == 0, verified.Error);
            Assert.Empty(node.Deaths);
        }

        var history = await FederationReading.OfAsync(pair, clerks);
        var violations = FederationChecker.Check(history);
        output.WriteLine(
            $"{clerks.Cycles} returns entered in {watch.Elapsed.TotalSeconds:F0} s, {history.AtMember.Count} approved, "
                + $"{history.Acknowledged.Count} acknowledged as released; {history.Queue.Count} messages, {history.Steps.Count} "
                + $"things that happened at the hub, {history.AtHub.Count} vintages there; {pair.Repeated} requests that came again were "
                + $"answered. {_inflicted.Count} faults: "
                + string.Join(", ", _inflicted.CountBy(f => f).OrderBy(f => f.Key).Select(f => $"{f.Value} {f.Key}"))
                + $". {violations.Count} violations."
        );
        Assert.Empty(violations);
        Assert.True(pair.Repeated > 0, "Nothing came twice: the test has shown nothing of that.");
    }
}
