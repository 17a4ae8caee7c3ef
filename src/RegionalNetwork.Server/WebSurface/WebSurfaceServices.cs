using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>Puts the surface around the server.</summary>
internal static class WebSurfaceServices
{
    /// <exception cref="InvalidDataException">The configuration is mistaken: with what is wrong and what to do.</exception>
    public static void AddWebSurface(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new FailedAttempts(TimeProvider.System));
        builder.Services.AddSingleton<TokenAttempts>();
        builder.Services.AddSingleton(TrustedProxies.Read(builder.Configuration));
        builder.Services.AddSingleton(services => new SecurityLog(
            services.GetRequiredService<ILoggerFactory>().CreateLogger(SecurityLog.Category),
            TimeProvider.System
        ));
        // Before the configuration's own filters, which count for more: the operator has the last word.
        builder.Logging.AddFilter(SecurityLog.Category, LogLevel.Information);
        builder.Services.AddCrossOrigin(CrossOrigin.ReadOrigins(builder.Configuration));
        QuietLogs.Add(builder.Logging);
    }

    /// <summary>Before everything else that answers.</summary>
    public static void UseWebSurface(this WebApplication app, ILogger log)
    {
        var proxies = app.Services.GetRequiredService<TrustedProxies>();
        app.Use(next => new Surface(next, proxies, log).InvokeAsync);
        app.UseCrossOrigin(CrossOrigin.ReadOrigins(app.Configuration));
    }
}
