using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security.Issuers;

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
        services.AddSingleton<IDataProtectionProvider>(new DataProtectionKeys(settings.Data));
        services.AddSingleton(_ => new SessionRegister(settings.Data, TimeProvider.System));
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
