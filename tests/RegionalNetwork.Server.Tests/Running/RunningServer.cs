namespace RegionalNetwork.Server.Tests.Running;

/// <summary>A server with an empty journal that the tests of one class share.</summary>
public sealed class RunningServer : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private ServerProcess? _process;

    internal DirectoryInfo Data => _data.Info;

    internal ServerProcess Process => _process!;

    internal NetworkClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _process = await ServerProcess.StartAsync(_data.Path);
        Client = new NetworkClient(_process.Address, Data);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process!.DisposeAsync();
        _data.Dispose();
    }
}
