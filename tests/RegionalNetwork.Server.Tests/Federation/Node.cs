using System.Text.Json;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>A node of a federation in a process of its own, which can be stopped and started. Others reach it by its way, always.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private ServerProcess? _process;
    private NetworkClient? _client;

    public NetworkClient Client => _client!;

    public ServerProcess Process => _process!;

    public DirectoryInfo Data => _data.Info;

    /// <summary>Where others send to this node.</summary>
    public Way Way { get; } = Way.Open();

    /// <summary>Settings of its process.</summary>
    private IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public static Task<Node> StartNewAsync() => StartNewAsync(new Dictionary<string, string?>());

    /// <param name="environment">Settings of its process.</param>
    public static async Task<Node> StartNewAsync(IReadOnlyDictionary<string, string?> environment)
    {
        var node = new Node { Environment = environment };
        await node.StartAsync();
        return node;
    }

    public async Task StartAsync()
    {
        _process = await ServerProcess.StartAsync(_data.Path, ["--urls", "http://127.0.0.1:0"], Environment);
        _client = new NetworkClient(_process.Address, Data);
        Way.Target = _process.Address;
    }

    public async Task KillAsync()
    {
        Way.Target = null;
        await _process!.KillAsync();
        await _process.DisposeAsync();
        _client!.Dispose();
    }

    /// <summary>A command of the executable with this node's data folder.</summary>
    /// <returns>The first line that it printed.</returns>
    public async Task<string> RunAsync(params IEnumerable<string> arguments)
    {
        var run = await CommandLineRun.OfAsync([.. arguments, "--data", _data.Path]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Split('\n')[0];
    }

    /// <summary>Invites another node, which joins, and waits until it shows its hub: the command wrote beside the running server.</summary>
    public Task AdmitAsync(Node member, string name, string level, params IEnumerable<string> owns) =>
        AdmitAsync(member, name, (level, level), owns);

    /// <inheritdoc cref="AdmitAsync(Node, string, string, IEnumerable{string})"/>
    /// <param name="levels">What each side says that goes there.</param>
    public async Task AdmitAsync(
        Node member,
        string name,
        (string Here, string There) levels,
        params IEnumerable<string> owns
    )
    {
        var invitation = await RunAsync(["federation", "invite", name, "--level", levels.Here, .. owns]);
        await member.RunAsync("federation", "join", $"{Way.Address}", invitation, "--level", levels.There);
        await member.SeesAsync(status =>
            status.At("hub") is { ValueKind: JsonValueKind.Object } hub
            && hub.At("leftAt").ValueKind == JsonValueKind.Null
        );
    }

    /// <inheritdoc cref="FederationWatch.SeesAsync"/>
    public Task SeesAsync(Func<JsonElement, bool> isSo) => Client.SeesAsync(isSo);

    public Task<JsonElement> StatusAsync() => Client.FederationAsync();

    /// <inheritdoc cref="FederationWatch.SettledAsync"/>
    public Task<JsonElement> SettledAsync(long messages) => Client.SettledAsync(messages);

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        await Way.DisposeAsync();
        _data.Dispose();
    }
}
