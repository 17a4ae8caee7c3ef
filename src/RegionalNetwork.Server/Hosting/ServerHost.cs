using System.Buffers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.CommandLine;
using RegionalNetwork.Server.Exports;
using RegionalNetwork.Server.Federation;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.GraphQLHttp.Documents;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.GraphQLHttp.Streaming;
using RegionalNetwork.Server.Importing;
using RegionalNetwork.Server.Neighbours;
using RegionalNetwork.Server.Pages;
using RegionalNetwork.Server.People;
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Hosting;

/// <summary>The web server around the network.</summary>
internal static class ServerHost
{
    private const string FirstQuestion = "query Start { __type(name: \"Council\") { name fields { name } } }";

    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(ServerSettings settings, CancellationToken cancellation) =>
        StartFaults.ReportAsync(async () =>
        {
            // The web server and the engine need nothing of the journal, so they get ready while it is replayed: most of a start
            // is code that runs for the first time.
            var preparing = Task.Run(() => PrepareAsync(settings), cancellation);
            await using var network = await OpenAsync(settings, cancellation);
            var (app, executor, documents, log) = await preparing;
            await using var _ = app;
            app.Services.GetRequiredService<SecurityLog>()
                .NameBy(signedIn => new NetworkRequest(network, new Caller(signedIn)).Actor!.Subject);
            app.UseWebSurface(log);
            app.UseRateLimit(settings.RateLimitUnitsPerMinute, TimeProvider.System);
            var streams = new StreamingHost(
                executor,
                documents,
                network,
                SubscriptionLimits.Default,
                app.Lifetime.ApplicationStopping
            );
            new GraphQLEndpoint(executor, network, documents, streams, settings.BatchOperations).Map(app);
            app.MapGraphiQL();
            app.MapAccountPages(executor, network);
            new ImportEndpoint(network, log).Map(app);
            new NeighbourEndpoint(network, log).Map(app);
            new ReturnEndpoints(network, log).Map(app);
            new ExportEndpoints(network).Map(app);
            using var federation = new FederationNode(network, settings.Data, log);
            federation.Map(app);
            app.Lifetime.ApplicationStarted.Register(() => Announce(app));
            new RetentionSchedule(network.AccessLog, network.Clock, log).Run(app.Lifetime);
            new RoundSchedule(network, log).Run(app.Lifetime);
            new PersonRetention(network, log).Run(app.Lifetime);
            federation.Run(app.Lifetime);
            var watching = WatchAsync(network, app.Lifetime, log);
            await app.RunAsync(cancellation);
            return network.Projection.Fault is null ? 0 : 1;
        });

    private static async Task<NetworkHost> OpenAsync(ServerSettings settings, CancellationToken cancellation)
    {
        var network = await NetworkHost.OpenAsync(settings.Journal, TimeProvider.System, cancellation);
        JournalReport.Print(network.Journal, Console.Out);
        try
        {
            if (settings.LoadSample)
            {
                await SampleNetwork.LoadAsync(network, cancellation);
            }

            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    private static async Task<(
        WebApplication App,
        RequestExecutor Executor,
        RequestDocuments Documents,
        ILogger Log
    )> PrepareAsync(ServerSettings settings)
    {
        var schema = NetworkSchema.Bind();
        var app = Build(settings);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("RegionalNetwork");
        var options = new ExecutorOptions
        {
            OnInternalError = (fault, path) => LogMessages.FieldFailed(log, fault, path),
            Admit = settings.RateLimitUnitsPerMinute is null ? null : Spending.Admit,
        };
        var executor = new RequestExecutor(schema, options);
        var trusted = settings.TrustedDocuments is { } source ? TrustedDocuments.Load(source, schema.Schema) : null;
        // A question that needs no network, so that the first caller finds the engine's code compiled.
        await executor.ExecuteAsync(
            new GraphQLRequest(FirstQuestion, null, null),
            settings,
            new ArrayBufferWriter<byte>(),
            default
        );
        return (app, executor, new RequestDocuments(executor, trusted), log);
    }

    private static WebApplication Build(ServerSettings settings)
    {
        // Nothing is read again while it runs, so no file is watched.
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        // Whether development tokens are accepted turns on these addresses: no other configuration may add to them.
        builder.WebHost.UseUrls(settings.Urls.Split(';')).PreferHostingUrls(true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = HttpLimits.ImportRequestBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddTokens(settings);
        builder.AddWebSurface();
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
