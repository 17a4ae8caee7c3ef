using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using RegionalNetwork.Performance.SyntheticNetwork;

namespace RegionalNetwork.Performance;

/// <summary>POST <c>/graphql</c> of the server, called directly: no socket, no routing, no HTTP parsing.</summary>
internal sealed class InProcessEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app = WebApplication.CreateSlimBuilder().Build();
    private readonly RequestDelegate _post;
    private readonly MemoryStream _answer = new(1024 * 1024);

    private InProcessEndpoint(MeasuredNetwork network)
    {
        network.NewEndpoint().Map(_app);
        _post = ((IEndpointRouteBuilder)_app)
            .DataSources.SelectMany(source => source.Endpoints)
            .Single(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) == true
            )
            .RequestDelegate!;
    }

    public static InProcessEndpoint Of(MeasuredNetwork network) => new(network);

    public async Task PostAsync(byte[] body)
    {
        _answer.SetLength(0);
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/json";
        http.Request.ContentLength = body.Length;
        http.Request.Body = new MemoryStream(body, writable: false);
        http.Response.Body = _answer;
        await _post(http);
        if (http.Response.StatusCode != StatusCodes.Status200OK || _answer.Length == 0)
        {
            throw new InvalidOperationException(
                $"The endpoint answered {http.Response.StatusCode} with {_answer.Length} bytes."
            );
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
