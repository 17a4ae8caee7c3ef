using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RegionalNetwork.Performance.Load;

/// <summary>What one run measured.</summary>
/// <param name="PerSecond">Answers a second over all connections.</param>
/// <param name="Median">Of all answers.</param>
/// <param name="Percentile99">99 in a hundred came at least as soon.</param>
internal sealed record LoadResult(double PerSecond, TimeSpan Median, TimeSpan Percentile99);

/// <summary>
/// Sends one request over and over on kept connections of loopback, the next when the answer is there. It does as little as can
/// be done, since it shares the processors with the server: the whole answer is read, its status and length are checked.
/// </summary>
internal static class LoadClient
{
    /// <summary>Times kept for each connection; later ones are counted and not kept.</summary>
    private const int TimesPerConnectionMax = 200_000;

    private const int BufferBytes = 1024 * 1024;
    private static readonly byte[] Ok = "HTTP/1.1 200"u8.ToArray();
    private static readonly byte[] EndOfHeaders = "\r\n\r\n"u8.ToArray();

    public static byte[] Post(string path, byte[] body) =>
        [
            .. Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + $"Accept: application/graphql-response+json\r\nContent-Length: {body.Length}\r\n\r\n"
            ),
            .. body,
        ];

    public static async Task<LoadResult> RunAsync(int port, byte[] request, int connections, TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(port, request, duration)))
        );
        var elapsed = watch.Elapsed;
        var sorted = times.SelectMany(each => each.Kept).Order().ToArray();
        return new LoadResult(
            times.Sum(each => each.Answers) / elapsed.TotalSeconds,
            TimeAt(sorted, 0.5),
            TimeAt(sorted, 0.99)
        );
    }

    private static TimeSpan TimeAt(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[(int)(share * (sorted.Length - 1))]);

    private static async Task<(List<long> Kept, long Answers)> AskAsync(int port, byte[] request, TimeSpan duration)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.NoDelay = true;
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[BufferBytes];
        var (kept, answers, length) = (new List<long>(), 0L, 0);
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            var sent = Stopwatch.GetTimestamp();
            await socket.SendAsync(request);
            length = await ReceiveAsync(socket, buffer, length);
            if (kept.Count < TimesPerConnectionMax)
            {
                kept.Add(Stopwatch.GetTimestamp() - sent);
            }

            answers++;
        }

        return (kept, answers);
    }

    /// <param name="expected">Bytes of the answer before; 0 for the first.</param>
    /// <returns>Bytes of this answer, headers included.</returns>
    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer, int expected)
    {
        var received = 0;
        do
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(received));
            if (more == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            received += more;
            if (expected == 0)
            {
                expected = LengthOf(buffer.AsSpan(0, received));
            }
        } while (expected == 0 || received < expected);

        return received == expected && buffer.AsSpan().StartsWith(Ok)
            ? expected
            : throw new IOException($"An answer is not like the first: {Encoding.UTF8.GetString(buffer, 0, 200)}");
    }

    private static int LengthOf(ReadOnlySpan<byte> received)
    {
        var headers = received.IndexOf(EndOfHeaders);
        if (headers < 0)
        {
            return 0;
        }

        var text = Encoding.ASCII.GetString(received[..headers]);
        var name = text.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        var value = text.AsSpan(name + "Content-Length: ".Length);
        var lineEnd = value.IndexOf('\r');
        return headers + EndOfHeaders.Length + int.Parse(lineEnd < 0 ? value : value[..lineEnd]);
    }
}
