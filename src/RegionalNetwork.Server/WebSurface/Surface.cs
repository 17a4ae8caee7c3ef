using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// Stands before everything: each answer, also one to a request that failed, has an id and the headers that keep browsers safe.
/// </summary>
internal sealed class Surface(RequestDelegate next, ILogger log)
{
    private readonly RequestIds _ids = new();

    public async Task InvokeAsync(HttpContext http)
    {
        var isLocalProxy = LocalProxy.IsAsking(http);
        var id = _ids.Of(http, isLocalProxy);
        var isHttps = LocalProxy.IsHttps(http, isLocalProxy);
        http.TraceIdentifier = id;
        SurfaceHeaders.Write(http, id, isHttps);
        using var scope = log.BeginScope(new RequestScope(id));
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            // The rest of the body is not what it was said to be: nothing that follows on the connection can be trusted.
            Begin(http, id, isHttps, fault.StatusCode);
            http.Response.Headers.Connection = "close";
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogMessages.RequestFailed(log, id, fault);
            Begin(http, id, isHttps, StatusCodes.Status500InternalServerError);
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync(
                $$"""{"errors":[{"message":"Something went wrong here. Tell whoever runs this service: {{id}}."}]}""",
                http.RequestAborted
            );
        }
    }

    private static void Begin(HttpContext http, string id, bool isHttps, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        SurfaceHeaders.Write(http, id, isHttps);
        http.Response.Headers.CacheControl = "no-store";
    }
}
