using System.Collections.Frozen;
using System.Reflection;

namespace RegionalNetwork.Server.GraphQLHttp;

/// <summary>GraphiQL from the executable itself: a browser asks no other machine for anything.</summary>
internal static class GraphiQLFiles
{
    private const string Html = "text/html; charset=utf-8";
    private const string Script = "text/javascript; charset=utf-8";
    private const string Style = "text/css; charset=utf-8";

    /// <summary>Styles that the editor sets on elements and fonts inside its stylesheet are the only exceptions to "self".</summary>
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; "
        + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> TypeOf = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["index.html"] = Html,
        ["page.css"] = Style,
        ["page.js"] = Script,
        ["graphiql.css"] = Style,
        ["graphiql.js"] = Script,
        ["graphql-ws.js"] = Script,
        ["react.js"] = Script,
        ["react-dom.js"] = Script,
    }.ToFrozenDictionary();

    public static void MapGraphiQL(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/graphiql/{file}", http => WriteAsync(http, (string)http.GetRouteValue("file")!));

    public static async Task WriteAsync(HttpContext http, string file)
    {
        if (!TypeOf.TryGetValue(file, out var type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var content =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"graphiql/{file}")
            ?? throw new InvalidOperationException($"graphiql/{file} was not built into the executable.");
        var headers = http.Response.Headers;
        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-cache";
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
