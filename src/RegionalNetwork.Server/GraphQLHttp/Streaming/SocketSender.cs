using System.Net.WebSockets;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>
/// Sends the messages of one socket, one at a time. A message that has begun is never given up, since half of one would break
/// the socket: who is too slow to take it is told so after it.
/// </summary>
internal sealed class SocketSender(WebSocket socket, SubscriptionLimits limits, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private volatile bool _isClosing;
    private long _lastSent = clock.GetTimestamp();

    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref _lastSent));

    /// <param name="cancellation">Whether the message is still wanted when its turn comes.</param>
    /// <exception cref="TimeoutException">
    /// The client takes nothing. The message may still be on its way: its memory is not to be used again.
    /// </exception>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(limits.SendWait, cancellation))
        {
            throw new TimeoutException();
        }

        if (_isClosing || cancellation.IsCancellationRequested)
        {
            _turn.Release();
            cancellation.ThrowIfCancellationRequested();
            return;
        }

        var sending = SendInTurnAsync(message);
        await sending.WaitAsync(limits.SendWait, clock, CancellationToken.None);
    }

    /// <summary>Sends nothing more but why; gives up, and the socket with it, where the client takes nothing.</summary>
    public async Task CloseAsync(StreamEnd end)
    {
        _isClosing = true;
        if (!await _turn.WaitAsync(limits.CloseWait))
        {
            socket.Abort();
            return;
        }

        try
        {
            using var giveUp = new CancellationTokenSource(limits.CloseWait, clock);
            await socket.CloseOutputAsync((WebSocketCloseStatus)end.CloseCode, end.Message, giveUp.Token);
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            socket.Abort();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task SendInTurnAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            Volatile.Write(ref _lastSent, clock.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }
}
