using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Cluster;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Cluster;

/// <summary>One node, and what a load balancer and a client see of it.</summary>
internal sealed class Node(ServerProcess process, DirectoryInfo data) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public ServerProcess Process { get; } = process;

    public NetworkClient Client { get; } = new(process.Address, data);

    public string TokenOf(Actor actor) => NetworkClient.TokenOf(data, actor);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<(HttpStatusCode Status, JsonElement Body)> HealthAsync(string kind)
    {
        var answer = await Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/health/{kind}"), As.Anonymous);
        return (answer.Status, answer.Body);
    }

    /// <summary>The codes of why it is not ready; none where it is.</summary>
    public async Task<string[]> ReasonsAsync()
    {
        var (status, body) = await HealthAsync("ready");
        var reasons = body.Texts("reasons", "code");
        Assert.Equal(reasons.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal(reasons.Length == 0, body.At("ready").GetBoolean());
        return reasons;
    }

    /// <summary>Waits until the reasons are those.</summary>
    public async Task BecomesAsync(params string[] reasons)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        timeout.CancelAfter(Patience);
        while (!(await ReasonsAsync()).SequenceEqual(reasons))
        {
            await Task.Delay(Pause, timeout.Token);
        }
    }

    /// <summary>Asks for a snapshot that has come at least so far.</summary>
    public async Task<HttpResponseMessage> AskAsync(string document, Actor? actor, string? atLeast)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(
                JsonSerializer.Serialize(new { query = document }),
                Encoding.UTF8,
                "application/json"
            ),
        };
        if (actor is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(actor));
        }

        if (atLeast is not null)
        {
            request.Headers.TryAddWithoutValidation(PositionHeaders.AtLeast, atLeast);
        }

        return await Client.SendRawAsync(request);
    }

    /// <summary>The answer's position, as its header says it.</summary>
    public static string PositionOf(HttpResponseMessage answer) =>
        Assert.Single(answer.Headers.GetValues(PositionHeaders.Position));

    public static async Task<(HttpStatusCode Status, string? Code)> RefusalOf(HttpResponseMessage answer)
    {
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return (answer.StatusCode, body.RootElement.Text("errors.0.extensions.code"));
    }

    /// <summary>Begins to read events as server-sent events.</summary>
    public async Task<StreamReader> SubscribeAsync(string document)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(document)}");
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await Client.StreamAsync(request);
        return new StreamReader(await answer.Content.ReadAsStreamAsync(Cancellation));
    }

    /// <summary>Sends a file of figures, in a role that may.</summary>
    public async Task<HttpResponseMessage> UploadAsync(HttpContent file)
    {
        var form = new MultipartFormDataContent { { file, "data", "staff.csv" } };
        var request = new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(As.AllRoles));
        return await Client.StreamAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Process.DisposeAsync();
    }
}
