using System.Diagnostics;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Faults.Tests.Cluster;

/// <summary>One server process, which is killed, paused and started again on the same data folder.</summary>
internal sealed class Node : IAsyncDisposable
{
    private const int StartsMax = 5;

    /// <summary>Of what a process printed, in a message.</summary>
    private const int LastLines = 12;

    /// <summary>Tokens stand when clocks jump by less than this.</summary>
    public static readonly TimeSpan JumpMax = TimeSpan.FromHours(5);

    private readonly TemporaryFolder _data = new();
    private readonly IReadOnlyList<string> _options;
    private ServerProcess? _process;

    /// <param name="journal">Connection string of a PostgreSQL journal; null for the file in its data folder.</param>
    public Node(int number, string? journal)
    {
        Number = number;
        _options =
        [
            "--urls",
            "http://127.0.0.1:0",
            "--rate-limit",
            "off",
            .. journal is null ? [] : new[] { "--journal", journal },
        ];
        Clock = new FakeClock(Path.Combine(_data.Path, "clock"));
        Clock.Set(TimeSpan.Zero);
    }

    public int Number { get; }

    public DirectoryInfo Data => _data.Info;

    public FakeClock Clock { get; }

    /// <summary>Null while it is down.</summary>
    public Uri? Address { get; private set; }

    /// <summary>What it has printed since it was started.</summary>
    public IEnumerable<string> Printed => _process?.Printed ?? [];

    /// <summary>How often it ended although nobody had ended it, each with the last that it printed.</summary>
    public List<string> Deaths { get; } = [];

    /// <summary>What signs for one node signs for all, and what one wraps all unwrap.</summary>
    public void UseKeysOf(Node other)
    {
        SharedKeys.Make(other.Data);
        SharedKeys.Copy(other.Data, Data);
    }

    /// <summary>A token that stays valid when clocks jump.</summary>
    public string Token() => DevelopmentTokens.Issue(DevelopmentKey.Of(Data), As.AllRoles, new Earlier(JumpMax));

    /// <summary>Starts it and waits until it listens; a start that fails because its database is away is tried again.</summary>
    public async Task StartAsync()
    {
        for (var start = 1; ; start++)
        {
            try
            {
                _process = await ServerProcess.StartAsync(Data.FullName, _options, Clock.Environment);
                Address = _process.Address;
                return;
            }
            catch (InvalidOperationException) when (start < StartsMax)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    public async Task KillAsync()
    {
        // One that was asked to stop has no address any more.
        if (HasEnded && Address is not null)
        {
            Deaths.Add($"Node {Number} ended by itself: {string.Join(" | ", _process!.Printed.TakeLast(LastLines))}");
        }

        Address = null;
        if (_process is { } process)
        {
            _process = null;
            var id = process.Id;
            // Disposing of it kills it.
            await process.DisposeAsync();
            FakeClock.Forget(id);
        }
    }

    /// <summary>As a service manager does when it was killed, or ended by itself.</summary>
    public async Task RestartAsync()
    {
        await KillAsync();
        await StartAsync();
    }

    /// <summary>As a service manager does; it must end in good order.</summary>
    public async Task StopAsync()
    {
        Address = null;
        var code = await _process!.StopAsync();
        Assert.True(
            code == 0,
            $"Node {Number} was told to stop and ended with {code}: {string.Join(" | ", _process.Printed.TakeLast(LastLines))}"
        );
        await KillAsync();
    }

    public Task PauseAsync() => SignalAsync("-STOP");

    public Task ResumeAsync() => SignalAsync("-CONT");

    public bool HasEnded => _process is { HasEnded: true };

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _data.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, $"{_process!.Id}"]);
        await kill.WaitForExitAsync();
    }

    private sealed class Earlier(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - by;
    }
}
