using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Resources;

namespace RegionalNetwork.Server.Telemetry;

/// <summary>Sends traces, metrics and logs to a collector over OTLP where one is configured; otherwise nothing listens.</summary>
internal static class TelemetryServices
{
    private const string Own = "RegionalNetwork.*";

    /// <summary>http.server.request.duration and its like. Of the framework's own spans none: they begin with what a client sends.</summary>
    private const string WebServer = "Microsoft.AspNetCore.Hosting";

    private const string Runtime = "System.Runtime";

    /// <summary>Unless OTEL_SERVICE_NAME says otherwise.</summary>
    private const string ServiceName = "regional-network";

    /// <exception cref="InvalidDataException">The configuration is mistaken: with what is wrong and what to do.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (TelemetrySettings.Read(builder.Configuration) is not { } settings)
        {
            return;
        }

        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                // What the operator says of service and instance comes last, and counts.
                resource.AddService(ServiceName, serviceVersion: Version).AddEnvironmentVariableDetector()
            )
            .WithTracing(traces => traces.AddSource(Own))
            .WithMetrics(metrics => metrics.AddMeter(Own, WebServer, Runtime))
            .WithLogging(logs => logs.AddProcessor(new SentLogs()))
            .UseOtlpExporter(settings.Protocol, settings.Endpoint);
    }

    private static string? Version =>
        typeof(TelemetryServices)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion;
}
