using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;

namespace RegionalNetwork.Server.Federation.Members;

/// <summary>The body of a request of another node.</summary>
internal static class RequestBody
{
    /// <returns>Null where it is larger; the answer is written then.</returns>
    public static async Task<byte[]?> ReadAsync(HttpContext http, int bytesMax)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = bytesMax;
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            return body.ToArray();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            await FederationAnswer.RefuseAsync(
                http,
                StatusCodes.Status413PayloadTooLarge,
                "REQUEST_TOO_LARGE",
                $"Send at most {bytesMax:N0} bytes at once."
            );
            return null;
        }
    }

    /// <returns>Null where it is none, or has members that are not known here; the answer is written then.</returns>
    public static async Task<T?> ParseAsync<T>(HttpContext http, byte[] body, JsonTypeInfo<T> json)
        where T : class
    {
        try
        {
            if (JsonSerializer.Deserialize(body, json) is { } parsed)
            {
                return parsed;
            }
        }
        catch (JsonException)
        {
            // The answer is the same as for null.
        }

        await FederationAnswer.RefuseAsync(
            http,
            StatusCodes.Status400BadRequest,
            "REQUEST_UNREADABLE",
            "The request is not as this version writes it. Bring the older of the two nodes to the version of the other."
        );
        return null;
    }
}
