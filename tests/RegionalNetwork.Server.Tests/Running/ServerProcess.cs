using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>A server in a process of its own, on a free port of loopback.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _printed = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("It ended."));
    }

    /// <summary>Where it listens; it is listening already.</summary>
    public Uri Address => _address.Task.Result;

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>All lines so far, of both streams.</summary>
    public IEnumerable<string> Printed => _printed;

    public static Task<ServerProcess> StartAsync(string data) =>
        StartAsync(data, ["--urls", "http://127.0.0.1:0"], new Dictionary<string, string?>());

    /// <summary>Starts it without the sample network and waits until it listens.</summary>
    public static async Task<ServerProcess> StartAsync(
        string data,
        IEnumerable<string> options,
        IReadOnlyDictionary<string, string?> environment
    )
    {
        var server = new ServerProcess(
            ServerExecutable.With(["--data", data, "--sample", "none", .. options], environment, workingFolder: null)
        );
        try
        {
            server._process.Start();
            server._process.BeginOutputReadLine();
            server._process.BeginErrorReadLine();
            await server._address.Task.WaitAsync(StartMax);
            return server;
        }
        catch (Exception fault)
        {
            await server.DisposeAsync();
            throw new InvalidOperationException(
                $"The server did not start:\n{string.Join('\n', server._printed)}",
                fault
            );
        }
    }

    /// <summary><c>kill -9</c>: nothing of the process runs any more, not even what it does at the end.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        Assert.Empty(PrintedSecrets.In(_printed));
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _printed.Enqueue(line);
        if (ListensOn().Match(line) is { Success: true } found)
        {
            _address.TrySetResult(new Uri(found.Groups["address"].Value));
        }
    }

    [GeneratedRegex(
        @"listens on (?<address>http://\S+): ",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex ListensOn();
}
