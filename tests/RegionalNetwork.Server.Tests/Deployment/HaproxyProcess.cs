using System.Collections.Concurrent;
using System.Diagnostics;

namespace RegionalNetwork.Server.Tests.Deployment;

/// <summary>HAProxy in a process of its own.</summary>
internal sealed class HaproxyProcess : IAsyncDisposable
{
    private const string Program = "/usr/sbin/haproxy";
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _printed = new();

    private HaproxyProcess(string file)
    {
        _process = Begin("-db", "-f", file);
        _process.OutputDataReceived += (_, line) => _printed.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _printed.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>All lines so far: a request each, and what it says of the nodes.</summary>
    public IReadOnlyCollection<string> Printed => _printed;

    public static void SkipWithout() =>
        Assert.SkipUnless(File.Exists(Program), "haproxy is not installed: deploy/haproxy was not tried.");

    /// <returns>The exit code, and all that it has to say of a file.</returns>
    public static async Task<(int Status, string Said)> CheckAsync(string file)
    {
        using var process = Begin("-c", "-f", file);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(AnswerMax);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = await process.StandardError.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, (await output + errors).Trim());
    }

    public static HaproxyProcess Start(string folder, string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return new HaproxyProcess(file);
    }

    /// <summary>Waits for a line with the words.</summary>
    public Task SaysAsync(string words) =>
        WaitAsync(() => _printed.Any(line => line.Contains(words, StringComparison.Ordinal)));

    /// <summary>
    /// Waits until the last that it said of a server is that it is down. On a machine that is slow it may have missed a look before, and
    /// have found the server up again.
    /// </summary>
    public Task FindsDownAsync(string server) =>
        WaitAsync(() =>
            _printed
                .LastOrDefault(line => line.Contains($"{server} is ", StringComparison.Ordinal))
                ?.Contains($"{server} is DOWN", StringComparison.Ordinal) == true
        );

    private async Task WaitAsync(Func<bool> isSo)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            MustRun();
            Assert.True(watch.Elapsed < AnswerMax, string.Join('\n', _printed));
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }

    public void MustRun() => Assert.False(_process.HasExited, string.Join('\n', _printed));

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static Process Begin(params string[] arguments) =>
        Process.Start(
            new ProcessStartInfo(Program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
}
