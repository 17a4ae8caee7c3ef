using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.Durability;

public sealed class KillTests(ITestOutputHelper output)
{
    private const int Lanes = 2;
    private const int KillsMin = 10;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("REGIONALNETWORK_TESTS") == "long";
    private static readonly int KillsMax = IsLong ? 2_000 : 120;
    private static readonly TimeSpan TimeMax = IsLong ? TimeSpan.FromMinutes(45) : TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Killed_server_has_lost_nothing_that_it_acknowledged_and_kept_no_half_of_a_command()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Seed {seed}.");
        var watch = Stopwatch.StartNew();
        var (kills, isLost) = (0, false);
        KillLane[] lanes = [.. Enumerable.Range(0, Lanes).Select(lane => new KillLane(lane, unchecked(seed + lane)))];
        try
        {
            await Task.WhenAll(lanes.Select(RunAsync));
        }
        finally
        {
            output.WriteLine(
                $"{kills} kills in {watch.Elapsed.TotalSeconds:F0} s; {lanes.Sum(lane => lane.Acknowledged)} writes "
                    + $"acknowledged; {lanes.Sum(lane => lane.Unanswered.Sent)} unanswered, of which "
                    + $"{lanes.Sum(lane => lane.Unanswered.Happened)} had happened."
            );
            Array.ForEach(lanes, lane => lane.Dispose());
        }

        Assert.True(kills >= KillsMin, $"Only {kills} kills in {watch.Elapsed}: this says little.");

        async Task RunAsync(KillLane lane)
        {
            try
            {
                await lane.RunAsync(MayKillAgain);
            }
            catch
            {
                isLost = true;
                throw;
            }
        }

        bool MayKillAgain()
        {
            if (isLost || watch.Elapsed > TimeMax || kills >= KillsMax)
            {
                return false;
            }

            Interlocked.Increment(ref kills);
            return true;
        }
    }
}
