using RegionalNetwork.EventSourcing.Journal;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// Stands before everything: each answer, also one to a request that failed, has an id and the headers that keep browsers safe.
/// </summary>
internal sealed class Surface(RequestDelegate next, TrustedProxies proxies, ILogger log)
{
    private readonly RequestIds _ids = new();

    public async Task InvokeAsync(HttpContext http)
    {
        proxies.Note(http);
        var isTrustedProxy = TrustedProxies.IsAsking(http);
        var id = _ids.Of(http, isTrustedProxy);
        var isHttps = TrustedProxies.IsHttps(http, isTrustedProxy);
        http.TraceIdentifier = id;
        SurfaceHeaders.Write(http, id, isHttps);
        using var scope = log.BeginScope(new RequestScope(id));
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException fault) when (!http.Response.HasStarted)
        {
            Refuse(http, id, isHttps, fault.StatusCode);
        }
        catch (IOException fault) when (fault.InnerException is OverflowException && !http.Response.HasStarted)
        {
            // How Kestrel says that the size of a chunk is beyond any.
            Refuse(http, id, isHttps, StatusCodes.Status400BadRequest);
        }
        catch (Exception fault) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            LogMessages.RequestFailed(log, id, fault);
            var (status, message) = Explain(fault, id);
            Begin(http, id, isHttps, status);
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.WriteAsync($$"""{"errors":[{"message":"{{message}}"}]}""", http.RequestAborted);
        }
    }

    /// <summary>A store that is away, such as the list of sessions, comes back by itself.</summary>
    private static (int Status, string Message) Explain(Exception fault, string id) =>
        fault is JournalUnavailableException
            ? (
                StatusCodes.Status503ServiceUnavailable,
                $"Part of this service is not available just now. Try again in a moment: {id}."
            )
            : (
                StatusCodes.Status500InternalServerError,
                $"Something went wrong here. Tell whoever runs this service: {id}."
            );

    /// <summary>The body is not what it was said to be, so nothing that follows on the connection can be trusted.</summary>
    private static void Refuse(HttpContext http, string id, bool isHttps, int status)
    {
        Begin(http, id, isHttps, status);
        http.Response.Headers.Connection = "close";
    }

    private static void Begin(HttpContext http, string id, bool isHttps, int status)
    {
        http.Response.Clear();
        http.Response.StatusCode = status;
        SurfaceHeaders.Write(http, id, isHttps);
        http.Response.Headers.CacheControl = "no-store";
    }
}
