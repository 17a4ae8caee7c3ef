using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.CommandLine;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Hosting;

/// <summary>The web server around the network.</summary>
internal static class ServerHost
{
    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(ServerSettings settings, CancellationToken cancellation) =>
        StartFaults.ReportAsync(async () =>
        {
            // Reading the schema and replaying the journal need nothing of each other.
            var binding = Task.Run(NetworkSchema.Bind, cancellation);
            await using var network = await NetworkHost.OpenAsync(settings.Data, TimeProvider.System, cancellation);
            if (settings.LoadSample)
            {
                await SampleNetwork.LoadAsync(network, cancellation);
            }

            await using var app = Build(settings);
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("RegionalNetwork");
            var executor = new RequestExecutor(
                await binding,
                new ExecutorOptions { OnInternalError = (fault, path) => LogMessages.FieldFailed(log, fault, path) }
            );
            new GraphQLEndpoint(executor, network).Map(app);
            app.MapGraphiQL();
            new ImportEndpoint(network, log).Map(app);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app));
            _ = WatchAsync(network, app.Lifetime, log);
            await app.RunAsync(cancellation);
            return network.Projection.Fault is null ? 0 : 1;
        });

    private static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        // Whether development tokens are accepted turns on these addresses: no other configuration may add to them.
        builder.WebHost.UseUrls(settings.Urls.Split(';')).PreferHostingUrls(true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HttpLimits.ImportRequestBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddTokens(settings);
        return builder.Build();
    }

    /// <summary>One line that people read and scripts wait for.</summary>
    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var address in addresses)
        {
            Console.WriteLine($"RegionalNetwork listens on {address}: GraphQL and GraphiQL at {address}/graphql");
        }
    }

    /// <summary>A snapshot that no longer follows the journal must not be served as if it did.</summary>
    private static async Task WatchAsync(NetworkHost network, IHostApplicationLifetime lifetime, ILogger log)
    {
        await network.Projection.Stopped;
        if (network.Projection.Fault is { } fault)
        {
            LogMessages.ProjectionStopped(log, fault);
            lifetime.StopApplication();
        }
    }
}
