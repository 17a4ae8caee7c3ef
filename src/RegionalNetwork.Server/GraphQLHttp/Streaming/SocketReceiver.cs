using System.Buffers;
using System.Net.WebSockets;

namespace RegionalNetwork.Server.GraphQLHttp.Streaming;

/// <summary>Receives the messages of one socket. Memory grows with what is sent, not with what may be.</summary>
internal sealed class SocketReceiver(WebSocket socket, SubscriptionLimits limits, TimeProvider clock)
{
    private const int ChunkBytes = 4096;

    private ArrayBufferWriter<byte> _buffer = new();
    private long _lastReceived = clock.GetTimestamp();

    public TimeSpan Silence => clock.GetElapsedTime(Volatile.Read(ref _lastReceived));

    /// <summary>Why there are no more messages; null where the client has closed.</summary>
    public StreamEnd? Fault { get; private set; }

    /// <returns>Null at the end: see <see cref="Fault"/>.</returns>
    /// <exception cref="WebSocketException">The connection broke, or what came is no message.</exception>
    public async Task<SocketMessage?> ReceiveAsync()
    {
        Empty();
        while (true)
        {
            // Not cancelled with the connection: its end waits for the client's close.
            var received = await socket.ReceiveAsync(_buffer.GetMemory(ChunkBytes), CancellationToken.None);
            Volatile.Write(ref _lastReceived, clock.GetTimestamp());
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            _buffer.Advance(received.Count);
            if (received.MessageType == WebSocketMessageType.Binary)
            {
                Fault = StreamEnd.Invalid("Send messages as text.");
                return null;
            }

            if (_buffer.WrittenCount > limits.MessageBytesMax)
            {
                Fault = StreamEnd.MessageTooBig;
                return null;
            }

            if (received.EndOfMessage)
            {
                return SocketMessage.Read(_buffer.WrittenMemory, limits);
            }
        }
    }

    /// <summary>Ends when the client has closed.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task SkipAsync()
    {
        var ignored = new byte[ChunkBytes];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            await socket.ReceiveAsync(ignored.AsMemory(), CancellationToken.None);
        }
    }

    /// <summary>What one large message needed is not kept for the small ones after it.</summary>
    private void Empty()
    {
        if (_buffer.Capacity > HttpLimits.IdleResponseBufferBytes)
        {
            _buffer = new ArrayBufferWriter<byte>();
        }

        _buffer.ResetWrittenCount();
    }
}
