using Microsoft.Net.Http.Headers;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>
/// Whether a page of ours sent a request: a browser sends the session's cookie for other pages too, but says for which one.
/// https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
/// </summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>False too where the browser says nothing.</summary>
    public static bool IsProven(HttpRequest request) =>
        request.Headers[FetchSite] is { Count: > 0 } site ? site == "same-origin" : IsOwnOrigin(request);

    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers[HeaderNames.Origin] is [{ } origin]
        && Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
