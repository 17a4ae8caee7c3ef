using System.Reflection;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace RegionalNetwork.Server.Cluster;

/// <summary>
/// <c>/health/live</c> and <c>/health/ready</c>, for load balancers and service managers: 200 or 503, and small JSON that says why.
/// Both are answered from what the node knows already.
/// </summary>
internal sealed class HealthEndpoints(NodeHealth health)
{
    private const string Live = "/health/live";
    private const string Ready = "/health/ready";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    private static readonly string Version = Assembly
        .GetExecutingAssembly()
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion;

    public static bool AreAskedBy(HttpRequest request) => request.Path == Live || request.Path == Ready;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(Live, Methods, WriteLiveAsync);
        routes.MapMethods(Ready, Methods, WriteReadyAsync);
    }

    private Task WriteLiveAsync(HttpContext http)
    {
        var isAlive = health.IsAlive;
        return WriteAsync(http, isAlive, json => json.WriteBoolean("live"u8, isAlive));
    }

    private Task WriteReadyAsync(HttpContext http)
    {
        var conditions = health.Conditions;
        return WriteAsync(
            http,
            conditions.Count == 0,
            json =>
            {
                json.WriteBoolean("ready"u8, conditions.Count == 0);
                json.WriteStartArray("reasons"u8);
                foreach (var condition in conditions)
                {
                    json.WriteStartObject();
                    json.WriteString("code"u8, condition.Code);
                    json.WriteString("message"u8, condition.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                var (position, end) = health.Progress;
                json.WriteNumber("position"u8, position);
                json.WriteNumber("journalEnd"u8, end);
                json.WriteString("version"u8, Version);
            }
        );
    }

    private static async Task WriteAsync(HttpContext http, bool isWell, Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        var response = http.Response;
        response.StatusCode = isWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        response.Headers[HeaderNames.CacheControl] = "no-store";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
        }
    }
}
