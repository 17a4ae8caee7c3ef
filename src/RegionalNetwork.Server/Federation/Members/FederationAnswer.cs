using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Net.Http.Headers;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>What a hub answers: signed for who was proven to ask, or a problem.</summary>
internal static class FederationAnswer
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <param name="audience">Whom it is for.</param>
    /// <param name="id">Of the request.</param>
    public static Task WriteAsync<T>(
        HttpContext http,
        NodeKey key,
        string audience,
        string id,
        T answer,
        JsonTypeInfo<T> json
    )
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, json);
        var now = TimeProvider.System.GetUtcNow();
        http.Response.Headers[NodeProof.Header] = NodeProof.Sign(key, key.Id, audience, id, body, now);
        return WriteAsync(http, StatusCodes.Status200OK, body);
    }

    public static Task RefuseAsync(HttpContext http, int status, string code, string message) =>
        WriteAsync(
            http,
            status,
            JsonSerializer.SerializeToUtf8Bytes(
                new FederationProblem(code, message),
                FederationJson.Default.FederationProblem
            )
        );

    public static Task RefuseAsync(HttpContext http, int status, string code, string message, TimeSpan retryAfter)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds)
            .ToString("0", CultureInfo.InvariantCulture);
        return RefuseAsync(http, status, code, message);
    }

    private static async Task WriteAsync(HttpContext http, int status, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = ContentType;
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
