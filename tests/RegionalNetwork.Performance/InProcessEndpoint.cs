using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Performance.SyntheticNetwork;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Performance;

/// <summary>POST <c>/graphql</c> of the server, called directly: no socket, no routing, no HTTP parsing.</summary>
internal sealed class InProcessEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app = WebApplication.CreateSlimBuilder().Build();
    private readonly RequestDelegate _post;
    private readonly MemoryStream _answer = new(1024 * 1024);

    private InProcessEndpoint(MeasuredNetwork network, RequestExecutor executor, double? unitsPerMinute)
    {
        network.NewEndpoint(executor).Map(_app);
        var endpoint = ((IEndpointRouteBuilder)_app)
            .DataSources.SelectMany(source => source.Endpoints)
            .Single(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) == true
            )
            .RequestDelegate!;
        _app.UseRateLimit(unitsPerMinute, TimeProvider.System);
        _app.Run(endpoint);
        _post = ((IApplicationBuilder)_app).Build();
    }

    public static InProcessEndpoint Of(MeasuredNetwork network) => Of(network, network.Executor, unitsPerMinute: null);

    /// <param name="unitsPerMinute">The budget of the only caller; null for no limit.</param>
    public static InProcessEndpoint Of(MeasuredNetwork network, RequestExecutor executor, double? unitsPerMinute) =>
        new(network, executor, unitsPerMinute);

    public async Task PostAsync(byte[] body)
    {
        _answer.SetLength(0);
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        var starting = new StartingResponse();
        http.Features.Set<IHttpResponseFeature>(starting);
        http.Connection.RemoteIpAddress = IPAddress.Loopback;
        http.Request.Method = HttpMethods.Post;
        http.Request.Path = "/graphql";
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body, writable: false);
        http.Response.Body = _answer;
        await _post(http);
        await starting.StartAsync();
        if (http.Response.StatusCode != StatusCodes.Status200OK || _answer.Length == 0)
        {
            throw new InvalidOperationException(
                $"The endpoint answered {http.Response.StatusCode} with {_answer.Length} bytes."
            );
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>What a server does before the first byte: the framework's own does nothing of it without one.</summary>
    private sealed class StartingResponse : HttpResponseFeature
    {
        private Func<Task>? _start;

        public override void OnStarting(Func<object, Task> callback, object state) => _start = () => callback(state);

        public Task StartAsync() => _start?.Invoke() ?? Task.CompletedTask;
    }
}
