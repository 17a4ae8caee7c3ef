using System.Buffers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using RegionalNetwork.GraphQL.Execution;
using RegionalNetwork.Server.Cluster;
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
using RegionalNetwork.Server.Requests;
using RegionalNetwork.Server.Returns;
using RegionalNetwork.Server.SampleData;
using RegionalNetwork.Server.SavedSnapshots;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Telemetry;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Hosting;

/// <summary>The web server around the network.</summary>
internal static class ServerHost
{
    private const string FirstQuestion = "query Start { __type(name: \"Council\") { name fields { name } } }";

    /// <summary>Serves until it is told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(ServerSettings settings, CancellationToken stop) =>
        StartFaults.ReportAsync(async () =>
        {
            // The web server and the engine need nothing of the journal, so they get ready while it is replayed: most of a start
            // is code that runs for the first time.
            var preparing = Task.Run(() => PrepareAsync(settings), CancellationToken.None);
            await using var network = await NetworkHost.BeginAsync(settings.Journal, TimeProvider.System);
            JournalReport.Print(network.Journal, Console.Out);
            // Ends subscriptions and sockets: when the server stops, and when the snapshot stands still.
            using var ending = new CancellationTokenSource();
            var prepared = await preparing;
            await using var app = prepared.App;
            app.Lifetime.ApplicationStopping.Register(ending.Cancel);
            var watch = new JournalWatch(
                network.Journal,
                () => network.Projection.Current.Position,
                NodeLimits.Default,
                network.Clock
            );
            var health = new NodeHealth(network, watch);
            using var meters = new NodeMeters(network, health, watch, settings.Data);
            using var federation = new FederationNode(network, settings.Data, prepared.Log);
            Map(prepared, settings, network, health, ending.Token);
            federation.Map(app);
            _ = watch.RunAsync(app.Lifetime.ApplicationStopping);
            // Before the replay ends, so that a start that takes long can be told from one that hangs.
            await app.StartAsync(CancellationToken.None);
            var working = Task.CompletedTask;
            if (await CatchUpAsync(network, settings, stop))
            {
                health.Start();
                if (network.Resume?.Refusal is { } refusal)
                {
                    Console.WriteLine(refusal);
                }

                Announce(app);
                _ = WatchAsync(network, health, ending, app.Lifetime, prepared.Log);
                working = Task.WhenAll(
                    new NightlyWork(network, prepared.Log).RunAsync(
                        NightlyTasks.Of(network, prepared.Log),
                        app.Lifetime.ApplicationStopping
                    ),
                    new LedgerPreparation(network).RunAsync(app.Lifetime.ApplicationStopping),
                    SaveSnapshotsAsync(network, prepared.Log, app.Lifetime.ApplicationStopping),
                    federation.RunAsync(app.Lifetime.ApplicationStopping)
                );
            }

            await prepared.Drain.ServeAsync(app, health, stop);
            await working;
            return health.IsAlive ? 0 : 1;
        });

    private static Task SaveSnapshotsAsync(NetworkHost network, ILogger log, CancellationToken cancellation) =>
        network.Resume is { } resume
            ? new SnapshotSaver(network, resume, SavingLimits.Default, log).RunAsync(cancellation)
            : Task.CompletedTask;

    /// <returns>False where it was told to stop before.</returns>
    private static async Task<bool> CatchUpAsync(
        NetworkHost network,
        ServerSettings settings,
        CancellationToken cancellation
    )
    {
        try
        {
            await network.Projection.CatchUpAsync(cancellation);
            if (settings.LoadSample)
            {
                await SampleNetwork.LoadAsync(network, cancellation);
            }

            return true;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void Map(
        Prepared prepared,
        ServerSettings settings,
        NetworkHost network,
        NodeHealth health,
        CancellationToken ending
    )
    {
        var (app, executor, documents, log, _) = prepared;
        var atLeast = new AtLeastPosition(network, NodeLimits.Default);
        app.Services.GetRequiredService<SecurityLog>()
            .NameBy(signedIn => new NetworkRequest(network, new Caller(signedIn)).Actor!.Subject);
        app.UseWebSurface(log);
        app.UseNodeGate(health);
        app.UseRateLimit(settings.RateLimitUnitsPerMinute, TimeProvider.System);
        app.Use(next => http => atLeast.InvokeAsync(http, next));
        var streams = new StreamingHost(executor, documents, network, SubscriptionLimits.Default, ending);
        new HealthEndpoints(health).Map(app);
        new GraphQLEndpoint(executor, network, documents, streams, settings.BatchOperations).Map(app);
        app.MapGraphiQL();
        app.MapAccountPages(executor, network);
        new ImportEndpoint(network, log).Map(app);
        new NeighbourEndpoint(network, log).Map(app);
        new ReturnEndpoints(network, log).Map(app);
        new ExportEndpoints(network).Map(app);
    }

    private static async Task<Prepared> PrepareAsync(ServerSettings settings)
    {
        var schema = NetworkSchema.Bind();
        var app = Build(settings);
        var drain = Drain.Read(app.Configuration, app.Environment.IsDevelopment());
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
        return new Prepared(app, executor, new RequestDocuments(executor, trusted), log, drain);
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
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = NodeLimits.FinishMax);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddTokens(settings);
        builder.AddWebSurface();
        builder.AddTelemetry();
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

    /// <summary>
    /// A snapshot that no longer follows the journal must not be served as if it did. A process that met an event of a newer version
    /// stays and says so: the same version started again would meet it again, after another replay.
    /// </summary>
    private static async Task WatchAsync(
        NetworkHost network,
        NodeHealth health,
        CancellationTokenSource ending,
        IHostApplicationLifetime lifetime,
        ILogger log
    )
    {
        await network.Projection.Stopped;
        if (network.Projection.Fault is not { } fault)
        {
            return;
        }

        health.Stop(fault);
        if (health.IsAlive)
        {
            LogMessages.NewerEvent(log, fault.Message);
            await ending.CancelAsync();
            return;
        }

        LogMessages.ProjectionStopped(log, fault);
        lifetime.StopApplication();
    }

    private sealed record Prepared(
        WebApplication App,
        RequestExecutor Executor,
        RequestDocuments Documents,
        ILogger Log,
        Drain Drain
    );
}
