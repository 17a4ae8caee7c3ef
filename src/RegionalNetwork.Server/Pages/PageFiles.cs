using System.Reflection;

namespace RegionalNetwork.Server.Pages;

/// <summary>The stylesheet, from the executable itself.</summary>
internal static class PageFiles
{
    public static async Task WriteStyleAsync(HttpContext http)
    {
        await using var content =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("pages/pages.css")
            ?? throw new InvalidOperationException("pages/pages.css was not built into the executable.");
        http.Response.ContentType = "text/css; charset=utf-8";
        http.Response.ContentLength = content.Length;
        http.Response.Headers.CacheControl = "no-cache";
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
