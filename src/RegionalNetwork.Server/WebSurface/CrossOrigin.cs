using Microsoft.Net.Http.Headers;
using RegionalNetwork.Server.Cluster;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// Pages of other origins may ask only where <c>Cors:Origins</c> names them: exactly, one by one. They send a token; a cookie of
/// this server is never sent from there.
/// </summary>
internal static class CrossOrigin
{
    private const string Setting = "Cors:Origins";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Post];

    private static readonly string[] Asked =
    [
        HeaderNames.Accept,
        HeaderNames.Authorization,
        HeaderNames.ContentType,
        HeaderNames.IfNoneMatch,
        "GraphQL-Cost",
        "On-Behalf-Of",
        PositionHeaders.AtLeast,
    ];

    private static readonly string[] Answered =
    [
        HeaderNames.ETag,
        HeaderNames.RetryAfter,
        "RateLimit",
        "RateLimit-Policy",
        RequestIds.Header,
        PositionHeaders.Position,
    ];

    /// <exception cref="InvalidDataException">An origin is none: with what is wrong and what to do.</exception>
    public static IReadOnlyList<string> ReadOrigins(IConfiguration configuration)
    {
        var origins = ListSetting.Read(configuration, Setting, SurfaceLimits.Origins, "origins");
        return origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
            ? throw new InvalidDataException(
                $"{Setting} has '{wrong}', which is no origin. Give each as browsers send it, without a slash at the end and without "
                    + "wildcards: https://dashboard.example.gov.uk."
            )
            : origins;
    }

    public static void AddCrossOrigin(this IServiceCollection services, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            services.AddCors(cors =>
                cors.AddDefaultPolicy(policy =>
                    policy
                        .WithOrigins([.. origins])
                        .WithMethods(Methods)
                        .WithHeaders(Asked)
                        .WithExposedHeaders(Answered)
                        .SetPreflightMaxAge(SurfaceLimits.PreflightAge)
                )
            );
        }
    }

    /// <summary>With no origin, nothing stands before the endpoints.</summary>
    public static void UseCrossOrigin(this WebApplication app, IReadOnlyList<string> origins)
    {
        if (origins.Count > 0)
        {
            app.Use(
                (http, next) =>
                {
                    // Whatever the answer is, a cache must not give one origin the permission of another.
                    http.Response.OnStarting(
                        static state =>
                        {
                            ((HttpResponse)state).Headers.AppendCommaSeparatedValues(
                                HeaderNames.Vary,
                                HeaderNames.Origin
                            );
                            return Task.CompletedTask;
                        },
                        http.Response
                    );
                    return next(http);
                }
            );
            app.UseCors();
        }
    }

    /// <summary>Scheme, host and port as a browser writes them: https://www.rfc-editor.org/rfc/rfc6454#section-6.2.</summary>
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.UserInfo.Length == 0
        && !text.Contains('*', StringComparison.Ordinal)
        && string.Equals(uri.GetLeftPart(UriPartial.Authority), text, StringComparison.Ordinal);
}
