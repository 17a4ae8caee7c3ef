using System.Diagnostics;
using System.Globalization;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Tests.Tidy;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>The systemd unit of <c>deploy/systemd</c>, judged by systemd itself. It is not started: that needs a machine that systemd
/// runs.</summary>
public sealed class ServiceUnitTests
{
    /// <summary>Ten times systemd's measure of 0 (nothing is exposed) to 10.</summary>
    private const int ExposureMax = 15;

    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(30);

    private static readonly string Unit = File.ReadAllText(
        Path.Combine(Repository.Root, "deploy/systemd/regional-network.service")
    );

    [Fact]
    public async Task Systemd_knows_every_setting()
    {
        var (status, answer) = await AnalyseAsync("verify");

        Assert.Equal(("", 0), (answer, status));
    }

    [Fact]
    public async Task Little_of_the_machine_is_exposed_to_the_service()
    {
        var (status, answer) = await AnalyseAsync("security", "--offline=true", $"--threshold={ExposureMax}");
        var measure = answer.Split('\n').First(line => line.Contains("Overall exposure", StringComparison.Ordinal));

        TestContext.Current.SendDiagnosticMessage(measure);
        Assert.True(status == 0, measure);
    }

    [Fact]
    public void The_service_manager_waits_longer_than_a_node_may_take_to_stop()
    {
        const string Setting = "TimeoutStopSec=";
        var line = Unit.Split('\n').Single(each => each.StartsWith(Setting, StringComparison.Ordinal));
        var wait = TimeSpan.FromSeconds(int.Parse(line[Setting.Length..], CultureInfo.InvariantCulture));

        Assert.True(wait > NodeLimits.DrainDelayMax + NodeLimits.FinishMax, $"{wait} is too short.");
    }

    /// <summary>Of a copy whose program is there.</summary>
    private static async Task<(int Status, string Answer)> AnalyseAsync(string command, params string[] options)
    {
        const string Analyser = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(Analyser), "systemd-analyze is not installed: the unit was not checked.");
        var folder = Directory.CreateTempSubdirectory("regional-network-unit-");
        try
        {
            var path = Path.Combine(folder.FullName, "regional-network.service");
            await File.WriteAllTextAsync(
                path,
                Unit.Replace("/opt/regional-network/RegionalNetwork.Server", "/bin/true", StringComparison.Ordinal),
                TestContext.Current.CancellationToken
            );
            var start = new ProcessStartInfo(Analyser, [command, .. options, "--no-pager", path])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            late.CancelAfter(AnswerMax);
            var output = process.StandardOutput.ReadToEndAsync(late.Token);
            var errors = await process.StandardError.ReadToEndAsync(late.Token);
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, await output + errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
