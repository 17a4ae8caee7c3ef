using System.Buffers;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using RegionalNetwork.EventSourcing.Journal.InMemory;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.Streaming;

/// <summary>
/// <c>/graphql</c> in this process, with limits of its own and with so little room between the two sides of a connection that a
/// client that does not read is felt at once. It has one workstream, <see cref="Workstream"/>.
/// </summary>
internal sealed class StreamingServer : IAsyncDisposable
{
    public const string Workstream = "watched";

    /// <summary>The position from which on the workstream is there for everybody.</summary>
    public const string Ready = "2";

    private const int SocketBufferBytes = 16 * 1024;

    private readonly WebApplication _app;
    private readonly NetworkHost _network;
    private readonly RequestExecutor _executor;
    private int _commands;

    private StreamingServer(WebApplication app, NetworkHost network, RequestExecutor executor)
    {
        (_app, _network, _executor) = (app, network, executor);
        Client = new HttpClient(new SocketsHttpHandler { ConnectCallback = ConnectAsync })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public HttpClient Client { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<StreamingServer> StartAsync(SubscriptionLimits limits, TimeProvider clock)
    {
        var network = await NetworkHost.StartAsync(new InMemoryJournal(), clock, Cancellation);
        var executor = new RequestExecutor(NetworkSchema.Bind(), new ExecutorOptions());
        var documents = new RequestDocuments(executor, trusted: null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseUrls("http://127.0.0.1:0")
            .UseSockets(sockets =>
                sockets.CreateBoundListenSocket = endpoint =>
                {
                    var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
                    socket.SendBufferSize = SocketBufferBytes;
                    return socket;
                }
            );
        var app = builder.Build();
        var streams = new StreamingHost(executor, documents, network, limits, app.Lifetime.ApplicationStopping);
        new GraphQLEndpoint(executor, network, documents, streams, batchOperationsMax: 0).Map(app);
        await app.StartAsync(Cancellation);
        var server = new StreamingServer(app, network, executor);
        var aims = string.Join(',', Enumerable.Range(0, 10).Select(i => $"\"{i} {new string('a', 150)}\""));
        await server.WriteAsync(
            $"createWorkstream(input: {{ commandId: \"create\", code: \"{Workstream}\", title: \"Watched\", theme: \"T01\", "
                + $"startsOn: \"2026-01-01\", aims: [{aims}] }})"
        );
        await server.WriteAsync(
            $"changeWorkstreamAudience(input: {{ commandId: \"publish\", workstream: \"{Workstream}\", audience: PUBLIC }})"
        );
        return server;
    }

    /// <returns>The position of the event.</returns>
    public Task<string> PlanEventAsync() =>
        WriteAsync(
            $"planPracticeEvent(input: {{ commandId: \"plan-{_commands++}\", workstream: \"{Workstream}\", kind: MEETING, "
                + "title: \"A meeting\", date: \"2026-12-01\" })"
        );

    /// <summary>Begins to read events, and reads no further than the head of the answer.</summary>
    public Task<HttpResponseMessage> SubscribeAsync(string after, string fields)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(Body(Subscription(after, fields)), Encoding.UTF8, "application/json"),
        };
        message.Headers.Accept.ParseAdd("text/event-stream");
        return Client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, Cancellation);
    }

    public async Task<SocketClient> ConnectAsync()
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(GraphQLSocket.Protocol);
        socket.Options.CollectHttpResponseDetails = true;
        var client = new SocketClient(socket);
        await socket.ConnectAsync(
            new UriBuilder(Client.BaseAddress!) { Scheme = "ws", Path = "graphql" }.Uri,
            Cancellation
        );
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("connection_ack", await client.ReceiveTypeAsync());
        return client;
    }

    public static string Subscription(string after, string fields) =>
        $"subscription {{ workstreamActivity(workstream: \"{Workstream}\", after: \"{after}\") {{ {fields} }} }}";

    public static string Body(string document) =>
        JsonSerializer.Serialize(new Dictionary<string, string> { ["query"] = document });

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _network.DisposeAsync();
    }

    private async Task<string> WriteAsync(string field)
    {
        var output = new ArrayBufferWriter<byte>();
        var request = new GraphQLRequest(
            $"mutation {{ it: {field} {{ position problems {{ message }} }} }}",
            null,
            null
        );
        await _executor.ExecuteAsync(
            request,
            new NetworkRequest(_network, Caller.Assuming(As.AllRoles)),
            output,
            Cancellation
        );
        using var answer = JsonDocument.Parse(output.WrittenMemory);
        Assert.True(
            answer.RootElement.TryGetProperty("data", out var data),
            Encoding.UTF8.GetString(output.WrittenSpan)
        );
        var written = data.GetProperty("it");
        Assert.Equal(0, written.GetProperty("problems").GetArrayLength());
        return written.GetProperty("position").GetString()!;
    }

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SocketBufferBytes };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
