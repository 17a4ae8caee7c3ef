using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace RegionalNetwork.Performance.Reports;

/// <summary>The server as it is deployed: published, started as a process of its own, asked over HTTP on loopback.</summary>
internal sealed class PublishedServer : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly HttpClient _http;

    private PublishedServer(Process process, HttpClient http, TimeSpan firstAnswer)
    {
        _process = process;
        _http = http;
        FirstAnswer = firstAnswer;
    }

    /// <summary>From the start of the process to the end of its first answer.</summary>
    public TimeSpan FirstAnswer { get; }

    /// <summary>Publishes for this machine, compiled ahead of time, framework not included.</summary>
    public static string Publish(string root, string to)
    {
        Run(
            "dotnet",
            [
                "publish",
                Path.Combine(root, "src/RegionalNetwork.Server"),
                "-c",
                "Release",
                "-r",
                "linux-x64",
                "-p:PublishReadyToRun=true",
                "-o",
                to,
                "-nologo",
                "-v",
                "q",
            ]
        );
        return Path.Combine(to, "RegionalNetwork.Server");
    }

    public static TimeSpan Import(string executable, string data, string file)
    {
        var watch = Stopwatch.StartNew();
        Run(executable, ["import", file, "--data", data]);
        return watch.Elapsed;
    }

    public static async Task<PublishedServer> StartAsync(string executable, string data, string firstQuery)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var http = new HttpClient { BaseAddress = address };
        var watch = Stopwatch.StartNew();
        var process = Process.Start(
            // One caller sends the whole load, so its budget must not be in the way.
            new ProcessStartInfo(
                executable,
                ["--data", data, "--urls", address.GetLeftPart(UriPartial.Authority), "--rate-limit", "off"]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = Path.GetDirectoryName(executable)!,
            }
        )!;
        // The line that the server prints when it listens. Asking again and again until then would take the processor from it.
        var listens = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, printed) =>
        {
            if (printed.Data?.Contains("listens on", StringComparison.Ordinal) != false)
            {
                listens.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        await Task.WhenAny(listens.Task, Task.Delay(StartMax));
        if (listens.Task.IsCompleted && !process.HasExited)
        {
            var answer = await AskAsync(http, firstQuery);
            return answer.Contains("\"errors\"", StringComparison.Ordinal)
                ? throw new InvalidOperationException($"The first answer has errors: {answer}")
                : new PublishedServer(process, http, watch.Elapsed);
        }

        process.Kill();
        throw new InvalidOperationException($"The server did not answer within {StartMax.TotalSeconds:0} s.");
    }

    public Task<string> AskAsync(string query) => AskAsync(_http, query);

    /// <summary>Resident memory in MB, as the kernel counts it.</summary>
    public double ResidentMegabytes()
    {
        _process.Refresh();
        return _process.WorkingSet64 / 1e6;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private static async Task<string> AskAsync(HttpClient http, string query)
    {
        using var content = new StringContent(query, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        return await response.Content.ReadAsStringAsync();
    }

    private static void Run(string file, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var printed = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{printed}"
            );
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
