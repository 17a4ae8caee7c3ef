using System.Net;
using System.Net.Sockets;

namespace RegionalNetwork.Faults.Tests.Cluster;

/// <summary>How a network is for those who are connected over it.</summary>
/// <param name="IsOpen">Otherwise connections are reset and new ones refused.</param>
/// <param name="IsUpSilent">What is sent to the server vanishes; the connection stays open. So half-open connections come about.</param>
/// <param name="IsDownSilent">What the server answers vanishes: it has done what it was told, and nobody knows.</param>
/// <param name="Delay">Longest delay of each piece, in each direction; how long is up to chance.</param>
/// <param name="BytesPerSecond">In each direction; 0 for as fast as it goes.</param>
internal sealed record LinkWeather(bool IsOpen, bool IsUpSilent, bool IsDownSilent, TimeSpan Delay, int BytesPerSecond)
{
    public static LinkWeather Fine { get; } = new(true, false, false, TimeSpan.Zero, 0);
}

/// <summary>A way to a server on loopback that tests can spoil.</summary>
internal sealed class Link : IAsyncDisposable
{
    private const int BufferBytes = 16 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private CancellationTokenSource _connections = new();
    private LinkWeather _weather = LinkWeather.Fine;
    private volatile int _target;

    /// <param name="port">Of the server; 0 for none yet.</param>
    public Link(int port)
    {
        _target = port;
        _listener.Start();
        _running = RunAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Port of the server, which may have another one after each start.</summary>
    public int Target
    {
        get => _target;
        set => _target = value;
    }

    /// <summary>What was sent to the server, where it is kept; null otherwise.</summary>
    public SentBytes? Sent { get; init; }

    /// <summary>
    /// Changes the weather. A cut, and the end of a silence, resets the connections that there are: what vanished on the way
    /// never comes.
    /// </summary>
    public void Set(LinkWeather weather)
    {
        var before = Interlocked.Exchange(ref _weather, weather);
        if (!weather.IsOpen || before.IsUpSilent || before.IsDownSilent)
        {
            Interlocked.Exchange(ref _connections, new CancellationTokenSource()).Cancel();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _running;
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
        using var far = new TcpClient { NoDelay = true };
        near.NoDelay = true;
        // Reset, not closed in good order.
        near.LingerState = far.LingerState = new LingerOption(true, 0);
        if (!_weather.IsOpen)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, _connections.Token);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target, end.Token);
            var (up, down) = (near.GetStream(), far.GetStream());
            var passing = new[]
            {
                PumpAsync(up, down, weather => weather.IsUpSilent, Sent?.Begin(), end.Token),
                PumpAsync(down, up, weather => weather.IsDownSilent, kept: null, end.Token),
            };
            await Task.WhenAny(passing);
            await end.CancelAsync();
            await Task.WhenAll(passing);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // One end has gone, and so does the other.
        }
    }

    private async Task PumpAsync(
        NetworkStream from,
        NetworkStream to,
        Func<LinkWeather, bool> isSilent,
        Action<ReadOnlyMemory<byte>>? kept,
        CancellationToken end
    )
    {
        var buffer = new byte[BufferBytes];
        while (await from.ReadAsync(buffer, end) is > 0 and var read)
        {
            kept?.Invoke(buffer.AsMemory(0, read));
            var weather = _weather;
            if (isSilent(weather))
            {
                // Until the connection is reset: whoever waits for an answer waits.
                await Task.Delay(Timeout.Infinite, end);
            }

            if (weather.Delay > TimeSpan.Zero)
            {
                await Task.Delay(Random.Shared.NextDouble() * weather.Delay, end);
            }

            if (weather.BytesPerSecond > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)read / weather.BytesPerSecond), end);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), end);
        }
    }
}
