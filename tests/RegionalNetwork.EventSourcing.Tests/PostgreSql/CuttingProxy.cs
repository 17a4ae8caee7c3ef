using System.Net;
using System.Net.Sockets;

namespace RegionalNetwork.EventSourcing.Tests.PostgreSql;

/// <summary>Where a connection through the proxy is cut, once.</summary>
internal enum CutAt
{
    /// <summary>What contains the word never reaches the server.</summary>
    Request,

    /// <summary>The server carries out what contains the word, but its answer never comes.</summary>
    Answer,
}

/// <summary>A network between a journal and its server that fails at a moment of the test's choice.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int _port;
    private readonly Task _running;
    private (CutAt At, byte[] Word)? _cut;

    public CuttingProxy(int port)
    {
        _port = port;
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Cuts { get; private set; }

    /// <summary>The next connection that sends the word is cut.</summary>
    public void Arm(CutAt at, string word) => _cut = (at, System.Text.Encoding.ASCII.GetBytes(word));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        await far.ConnectAsync(IPAddress.Loopback, _port);
        using var isCut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        try
        {
            await Task.WhenAny(UpAsync(near, far, isCut), DownAsync(far, near, isCut));
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            // One end has gone, and so does the other.
        }
    }

    private async Task UpAsync(TcpClient near, TcpClient far, CancellationTokenSource isCut)
    {
        var buffer = new byte[64 * 1024];
        while (await near.GetStream().ReadAsync(buffer, isCut.Token) is > 0 and var read)
        {
            if (_cut is { } cut && buffer.AsSpan(0, read).IndexOf(cut.Word) >= 0)
            {
                _cut = null;
                Cuts++;
                if (cut.At == CutAt.Request)
                {
                    return;
                }

                // The answer stays here; the server is given its time to carry it out.
                await far.GetStream().WriteAsync(buffer.AsMemory(0, read), isCut.Token);
                await isCut.CancelAsync();
                await far.GetStream().ReadExactlyAsync(buffer.AsMemory(0, 1), _stop.Token);
                return;
            }

            await far.GetStream().WriteAsync(buffer.AsMemory(0, read), isCut.Token);
        }
    }

    private static async Task DownAsync(TcpClient far, TcpClient near, CancellationTokenSource isCut)
    {
        var buffer = new byte[64 * 1024];
        while (await far.GetStream().ReadAsync(buffer, isCut.Token) is > 0 and var read)
        {
            await near.GetStream().WriteAsync(buffer.AsMemory(0, read), isCut.Token);
        }
    }
}
