using System.Text.Encodings.Web;

namespace RegionalNetwork.Server.Pages;

/// <summary>The frame of every page, and the headers that go with it. Pages have no script and no inline style.</summary>
internal static class PageLayout
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static string Encode(string text) => Encoder.Encode(text);

    /// <param name="content">HTML: whatever came from outside is encoded already.</param>
    /// <param name="formTargets">Origins, beside our own, that a form of the page may lead to.</param>
    public static async Task WriteAsync(
        HttpContext http,
        int status,
        string title,
        string content,
        params string[] formTargets
    )
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
            + string.Join(' ', ["'self'", .. formTargets]);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        await http.Response.WriteAsync(Frame(Encode(title), content), http.RequestAborted);
    }

    private static string Frame(string title, string content) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} - RegionalNetwork</title>
            <link rel="stylesheet" href="/pages/pages.css">
            </head>
            <body>
            <a class="skip-link" href="#main">Skip to main content</a>
            <header><div class="width"><a href="/account">RegionalNetwork</a></div></header>
            <main id="main" class="width">
            <h1>{title}</h1>
            {content}
            </main>
            </body>
            </html>

            """;
}
