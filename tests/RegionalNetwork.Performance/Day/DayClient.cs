using System.Net;
using RegionalNetwork.Server.Cluster;

namespace RegionalNetwork.Performance.Day;

/// <summary>Sends each request to the next node in turn, as a load balancer that knows nothing would.</summary>
internal sealed class DayClient(IReadOnlyList<Uri> nodes) : IDisposable
{
    /// <summary>How long an answer is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            // Else each request makes headers of it.
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        }
    );
    private int _turn;

    public IReadOnlyList<Uri> Nodes => nodes;

    /// <param name="path">With its query.</param>
    /// <param name="buffer">Where the body is read to.</param>
    /// <exception cref="HttpRequestException">No answer came.</exception>
    public Task<DayAnswer> GetAsync(Person person, string path, string? tag, byte[] buffer)
    {
        var request = NewRequest(HttpMethod.Get, NextNode(), person, path);
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        return SendAsync(request, buffer);
    }

    /// <inheritdoc cref="GetAsync"/>
    public Task<DayAnswer> PostAsync(Person person, string path, HttpContent content, byte[] buffer) =>
        PostAsync(NextNode(), person, path, content, buffer);

    /// <summary>To one node.</summary>
    /// <inheritdoc cref="GetAsync"/>
    public Task<DayAnswer> PostAsync(Uri node, Person person, string path, HttpContent content, byte[] buffer)
    {
        var request = NewRequest(HttpMethod.Post, node, person, path);
        request.Content = content;
        return SendAsync(request, buffer);
    }

    public void Dispose() => _http.Dispose();

    private Uri NextNode() => nodes[(int)((uint)Interlocked.Increment(ref _turn) % (uint)nodes.Count)];

    private static HttpRequestMessage NewRequest(HttpMethod method, Uri node, Person person, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(node, path));
        request.Headers.TryAddWithoutValidation("Authorization", person.Authorization);
        request.Headers.TryAddWithoutValidation("Accept", "application/graphql-response+json, text/csv");
        if (person.Knows.Value is { Value: > 0 } known)
        {
            request.Headers.TryAddWithoutValidation(PositionHeaders.AtLeast, known.ToString());
        }

        return request;
    }

    private async Task<DayAnswer> SendAsync(HttpRequestMessage request, byte[] buffer)
    {
        using (request)
        {
            using var end = new CancellationTokenSource(Patience);
            using var response = await _http.SendAsync(request, end.Token);
            await using var body = await response.Content.ReadAsStreamAsync(end.Token);
            var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, end.Token);
            return length < buffer.Length
                ? DayAnswer.Of(response, buffer.AsMemory(0, length))
                : throw new InvalidOperationException($"An answer is longer than {buffer.Length - 1} bytes.");
        }
    }
}
