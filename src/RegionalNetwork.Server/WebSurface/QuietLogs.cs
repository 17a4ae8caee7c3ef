using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Logs;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// What the framework would log of a request's address, where a client may have put a token, is never logged, whatever the
/// configuration says.
/// </summary>
internal static class QuietLogs
{
    private static readonly (string Category, LogLevel Least)[] Categories =
    [
        // The address with its query string. Without it no activity is made for each request either: spans are our own.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),
        // The path, with each endpoint that it might mean.
        ("Microsoft.AspNetCore.Routing.Matching", LogLevel.Warning),
        // The line of a malformed request.
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None),
    ];

    public static void Add(ILoggingBuilder logging)
    {
        foreach (var (category, least) in Categories)
        {
            logging.AddFilter(category, least);
            // The configuration may name a provider, which would count for more than the line above.
            logging.AddFilter<ConsoleLoggerProvider>(category, least);
            logging.AddFilter<OpenTelemetryLoggerProvider>(category, least);
        }
    }
}
