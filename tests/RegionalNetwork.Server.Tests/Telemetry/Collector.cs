using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RegionalNetwork.Server.Tests.Telemetry;

/// <summary>A collector on loopback that takes OTLP by HTTP and keeps what comes.</summary>
internal sealed class Collector : IDisposable
{
    private static readonly TimeSpan ArrivalMax = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> _taken = new();

    public Collector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _ = TakeAsync();
    }

    public string Url { get; }

    /// <summary>From now on it takes what comes and answers nothing.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Settings of a server that sends here, and soon.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Url,
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
        };

    public IEnumerable<byte[]> Payloads => _taken.Select(taken => taken.Body);

    /// <summary>Metrics are sent whole again and again: the later ones hold what the earlier ones said.</summary>
    public IReadOnlyList<SentMetric> Metrics => [.. Bodies("/v1/metrics").SelectMany(SentMetric.Read)];

    public IReadOnlyList<SentSpan> Spans => [.. Bodies("/v1/traces").SelectMany(SentSpan.Read)];

    public IReadOnlyList<SentLine> Lines => [.. Bodies("/v1/logs").SelectMany(SentLine.Read)];

    /// <summary>Waits until everything has come that a test looks for.</summary>
    public async Task WaitForAsync(Func<Collector, bool> isHere, string what)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(ArrivalMax);
        while (!isHere(this))
        {
            await Task.Delay(Look, late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.False(late.IsCancellationRequested, $"Not sent within {ArrivalMax}: {what}.");
        }
    }

    public void Dispose() => _listener.Close();

    private IEnumerable<byte[]> Bodies(string path) =>
        _taken.Where(taken => taken.Path == path).Select(taken => taken.Body);

    private async Task TakeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                _taken.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                if (!IsSilent)
                {
                    context.Response.ContentType = "application/x-protobuf";
                    context.Response.Close();
                }
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
