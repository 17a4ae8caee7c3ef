using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Stores;

namespace RegionalNetwork.Server.Security.Sessions;

/// <summary>What signing in to the pages needs; nothing of it is made before somebody signs in.</summary>
internal static class SignInServices
{
    public static void AddSignIn(this IServiceCollection services, SecuritySettings security, ServerSettings settings)
    {
        // Not AddAuthentication: that makes data-protection keys at start.
        services.AddAuthenticationCore();
        services.AddWebEncoders();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IAuthenticationConfigurationProvider, NoSchemeConfiguration>();
        AddStores(services, settings);
        var builder = new AuthenticationBuilder(services);
        builder.AddCookie(SessionCookie.Scheme, SessionCookie.Configure);
        foreach (var signIn in security.SignIns)
        {
            builder.AddOAuth<OpenIdSignInOptions, OpenIdSignIn>(signIn.Path, signIn.Name, _ => { });
            services
                .AddOptions<OpenIdSignInOptions>(signIn.Path)
                .Configure<IssuerConnections>((options, issuers) => Configure(options, signIn, issuers));
        }
    }

    /// <summary>Where other nodes have the same journal, whoever signed in at one of them is signed in at all.</summary>
    private static void AddStores(IServiceCollection services, ServerSettings settings)
    {
        if (settings.Journal.PostgreSql is null)
        {
            services.AddSingleton<IDataProtectionProvider>(DataProtectionKeys.In(settings.Data));
            services.AddSingleton(_ => new SessionRegister(() => SessionFile.In(settings.Data), TimeProvider.System));
            return;
        }

        services.AddSingleton(_ => SharedTables.Open(settings.Journal));
        services.AddSingleton<IDataProtectionProvider>(built =>
            DataProtectionKeys.In(built.GetRequiredService<SharedTables>)
        );
        services.AddSingleton(built => new SessionRegister(
            () => new SharedSessions(built.GetRequiredService<SharedTables>()),
            TimeProvider.System
        ));
    }

    private static void Configure(OpenIdSignInOptions options, SignInSettings signIn, IssuerConnections issuers)
    {
        options.Metadata = issuers.MetadataOf(signIn);
        options.Issuers = [.. signIn.Issuers.Select(issuers.Of)];
        options.Strength = signIn.Issuers[0].Strength;
        options.IsEntra = signIn.Issuers[0].IsEntra;
        options.ClientId = signIn.ClientId;
        options.ClientSecret = signIn.ClientSecret;
        options.CallbackPath = $"/sign-in/callback/{signIn.Path}";
        options.SignInScheme = SessionCookie.Scheme;
        options.UsePkce = true;
        options.Backchannel = issuers.Http;
        options.RemoteAuthenticationTimeout = SecurityLimits.SignInWait;
        options.CorrelationCookie.Name = "__Host-sign-in.";
        options.CorrelationCookie.Path = "/";
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Scope.Add("openid");
        options.Scope.Add("profile");
    }

    /// <summary>Schemes are configured here and nowhere else.</summary>
    private sealed class NoSchemeConfiguration : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationManager();
    }
}
