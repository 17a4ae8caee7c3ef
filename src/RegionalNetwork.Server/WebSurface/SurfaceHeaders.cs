using Microsoft.Extensions.Primitives;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// The headers of every answer: https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html. They are the strictest
/// that there are, as suits data; a page sets its own over them.
/// </summary>
internal static class SurfaceHeaders
{
    /// <summary>What an answer with data may load if a browser ever took it for a page.</summary>
    public const string NothingMayLoad =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly StringValues ContentSecurityPolicy = NothingMayLoad;
    private static readonly StringValues NoSniffing = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues SameOrigin = "same-origin";

    private static readonly StringValues PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), "
        + "payment=(), usb=()";

    private static readonly StringValues HttpsOnly =
        $"max-age={SurfaceLimits.HttpsOnly.TotalSeconds:0}; includeSubDomains";

    public static void Write(HttpContext http, string requestId, bool isHttps)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = NoSniffing;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
        headers[RequestIds.Header] = requestId;
        if (isHttps)
        {
            headers.StrictTransportSecurity = HttpsOnly;
        }
    }
}
