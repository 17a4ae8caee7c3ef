using System.Text.Encodings.Web;

namespace RegionalNetwork.Server.Pages;

/// <summary>The frame of every page, and the headers that go with it. Pages have no script and no inline style.</summary>
internal static class PageLayout
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    public static string Encode(string text) => Encoder.Encode(text);

    public static async Task WriteAsync(HttpContext http, int status, PageContent page)
    {
        var headers = http.Response.Headers;
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action "
            + string.Join(' ', ["'self'", .. page.FormTargets]);
        headers["Referrer-Policy"] = "same-origin";
        await http.Response.WriteAsync(Frame(page), http.RequestAborted);
    }

    /// <summary>Sends the browser on, to be asked for by GET.</summary>
    /// <param name="address">Of this server, or an issuer's that was checked.</param>
    public static void Redirect(HttpContext http, string address)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "same-origin";
        http.Response.Headers.Location = address;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    public static Task RefuseAsync(HttpContext http, int status, string sentence) =>
        WriteAsync(
            http,
            status,
            new PageContent(
                "Sorry, that did not work",
                $"<p>{Encode(sentence)}</p>\n<p><a href=\"/sign-in\">Sign in</a></p>"
            )
        );

    private static string Frame(PageContent page) =>
        $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{(page.IsError ? "Error: " : "")}{Encode(page.Title)} - RegionalNetwork</title>
            <link rel="stylesheet" href="/pages/pages.css">
            </head>
            <body>
            <a class="skip-link" href="#main">Skip to main content</a>
            <header><div class="width"><a href="/account">RegionalNetwork</a></div></header>
            <main id="main" class="width">
            {page.Notice}
            <h1>{Encode(page.Title)}</h1>
            {page.Content}
            </main>
            </body>
            </html>

            """;
}
