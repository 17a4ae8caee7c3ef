using System.Net;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>A proxy on this machine says truly how it was asked; anybody else's word for it could be made up.</summary>
internal static class LocalProxy
{
    private const string ForwardedProto = "X-Forwarded-Proto";

    public static bool IsAsking(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>Whether the browser came by HTTPS, as far as can be believed.</summary>
    public static bool IsHttps(HttpContext http, bool isLocalProxy) =>
        http.Request.IsHttps
        || (
            isLocalProxy
            && http.Request.Headers.TryGetValue(ForwardedProto, out var scheme)
            && scheme is [{ } only]
            && only.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase)
        );
}
