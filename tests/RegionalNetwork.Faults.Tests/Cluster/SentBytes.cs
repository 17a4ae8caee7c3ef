using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RegionalNetwork.Faults.Tests.Cluster;

/// <summary>
/// What clients sent over a link, connection by connection, so that it can come again: whole requests as they were, late, twice, out of
/// order, and those too that never arrived.
/// </summary>
internal sealed class SentBytes
{
    /// <summary>Connections that are kept; the oldest goes first.</summary>
    private const int ConnectionsMax = 64;

    /// <summary>A server that has answered everything says no more for so long.</summary>
    private static readonly TimeSpan SilenceMax = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Queue<ArrayBufferWriter<byte>> _connections = new();

    /// <summary>All that is kept, in the order in which connections began. Of those that go on, what came so far.</summary>
    public IReadOnlyList<byte[]> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _connections.Select(kept => kept.WrittenSpan.ToArray()).Where(bytes => bytes.Length > 0)];
            }
        }
    }

    /// <returns>To be given what comes over one connection, piece by piece.</returns>
    public Action<ReadOnlyMemory<byte>> Begin()
    {
        var kept = new ArrayBufferWriter<byte>();
        lock (_gate)
        {
            _connections.Enqueue(kept);
            if (_connections.Count > ConnectionsMax)
            {
                _connections.Dequeue();
            }
        }

        return piece =>
        {
            lock (_gate)
            {
                kept.Write(piece.Span);
            }
        };
    }

    /// <summary>Sends the bytes of one connection over a new one to a server.</summary>
    /// <returns>How many requests of it the server answered with 200.</returns>
    public static async Task<int> SendAsync(byte[] bytes, int port)
    {
        var answers = new MemoryStream();
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, port);
            await client.GetStream().WriteAsync(bytes);
            var buffer = new byte[16 * 1024];
            while (true)
            {
                using var silence = new CancellationTokenSource(SilenceMax);
                var read = await client.GetStream().ReadAsync(buffer, silence.Token);
                if (read == 0)
                {
                    break;
                }

                answers.Write(buffer, 0, read);
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // It has said all, or is away.
        }

        return Encoding.UTF8.GetString(answers.ToArray()).Split("HTTP/1.1 200").Length - 1;
    }
}
