using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using RegionalNetwork.Server.Federation;

namespace RegionalNetwork.Server.Tests.Federation;

/// <summary>
/// The way to a node, at one address of loopback whatever the node's own is: passes requests on, and where a test asks for it loses
/// answers, sends requests twice, and sends old ones again later. Keeps what came by.
/// </summary>
internal sealed class Way : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly ConcurrentQueue<Sent> _sent = new();
    private readonly Task _running;
    private volatile Uri? _target;
    private volatile Trouble? _trouble;

    private Way(Uri address)
    {
        Address = address;
        _listener.Prefixes.Add(address.AbsoluteUri);
        _listener.Start();
        _running = Task.Run(RunAsync);
    }

    public Uri Address { get; }

    /// <summary>Null while the node is away.</summary>
    public Uri? Target
    {
        get => _target;
        set => _target = value;
    }

    /// <summary>Null for a way without trouble.</summary>
    public Trouble? Trouble
    {
        get => _trouble;
        set => _trouble = value;
    }

    /// <summary>Every request so far, as it was sent.</summary>
    public IReadOnlyCollection<Sent> Requests => _sent;

    public static Way Open()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new Way(new Uri($"http://127.0.0.1:{port}/"));
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _running;
        _http.Dispose();
    }

    /// <summary>Sends a request again, as it was.</summary>
    public async Task<HttpResponseMessage> RepeatAsync(Sent sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_target!, sent.Path))
        {
            Content = new ByteArrayContent(sent.Body),
        };
        request.Headers.TryAddWithoutValidation("Authorization", sent.Authorization);
        request.Headers.TryAddWithoutValidation("traceparent", sent.TraceParent);
        return await _http.SendAsync(request);
    }

    private async Task RunAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = PassAsync(context);
        }
    }

    private async Task PassAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            var sent = new Sent(
                context.Request.Url!.AbsolutePath,
                context.Request.Headers["Authorization"] ?? "",
                context.Request.Headers["traceparent"],
                body.ToArray()
            );
            _sent.Enqueue(sent);
            await PassAsync(context, sent);
        }
        catch (Exception lost)
            when (lost
                    is HttpRequestException
                        or HttpListenerException
                        or OperationCanceledException
                        or IOException
                        or ObjectDisposedException
                        or InvalidOperationException
                        or ArgumentNullException
            )
        {
            context.Response.Abort();
        }
    }

    private async Task PassAsync(HttpListenerContext context, Sent sent)
    {
        var trouble = _trouble?.Next() ?? Mishap.None;
        if (_target is null || trouble == Mishap.LoseRequest)
        {
            context.Response.Abort();
            return;
        }

        if (trouble == Mishap.RepeatAnOldOne && _sent.ElementAtOrDefault(_trouble!.Pick(_sent.Count)) is { } old)
        {
            (await RepeatAsync(old)).Dispose();
        }

        // Both at once, so that the node has to put them in order.
        var second = trouble == Mishap.SendTwice ? RepeatAsync(sent) : null;
        using var answer = await RepeatAsync(sent);
        (second is null ? null : await second)?.Dispose();
        if (trouble == Mishap.LoseAnswer)
        {
            context.Response.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var name in new[] { NodeProof.Header, "Retry-After" })
        {
            if (answer.Headers.TryGetValues(name, out var values))
            {
                context.Response.Headers[name] = values.First();
            }
        }

        var content = await answer.Content.ReadAsByteArrayAsync();
        await context.Response.OutputStream.WriteAsync(content);
        context.Response.Close();
    }
}

/// <summary>A request as it came by.</summary>
internal sealed record Sent(string Path, string Authorization, string? TraceParent, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);
}

internal enum Mishap
{
    None,
    LoseRequest,
    LoseAnswer,
    SendTwice,
    RepeatAnOldOne,
}

/// <summary>Mishaps by chance, the same with each seed.</summary>
internal sealed class Trouble(int seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private readonly int[] _counts = new int[Enum.GetValues<Mishap>().Length];

    /// <summary>How often each happened.</summary>
    public string Counts
    {
        get
        {
            lock (_gate)
            {
                return string.Join(", ", Enum.GetValues<Mishap>().Select(mishap => $"{mishap} {_counts[(int)mishap]}"));
            }
        }
    }

    public Mishap Next()
    {
        lock (_gate)
        {
            var drawn = _random.Next(_counts.Length * 2);
            var mishap = drawn < _counts.Length ? (Mishap)drawn : Mishap.None;
            _counts[(int)mishap]++;
            return mishap;
        }
    }

    public int Pick(int count)
    {
        lock (_gate)
        {
            return _random.Next(Math.Max(1, count));
        }
    }
}
