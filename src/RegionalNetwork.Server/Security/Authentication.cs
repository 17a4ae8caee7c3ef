using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Server.Hosting;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// Who signs the tokens that are accepted: Microsoft Entra ID where <c>AzureAd</c> is configured (the keys are those that
/// Microsoft.Identity.Web reads: Instance, TenantId, ClientId, Audience), and the development key on a Development host that
/// listens on loopback alone. With neither, every caller is anonymous.
/// </summary>
internal static class Authentication
{
    /// <summary>How far the clocks of issuers may be from ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    public static void AddTokens(this WebApplicationBuilder builder, ServerSettings settings)
    {
        // Not AddAuthentication: that makes data-protection keys at start, which only cookies need, and there are none.
        builder.Services.AddAuthenticationCore();
        builder.Services.AddWebEncoders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<IAuthenticationConfigurationProvider, NoSchemeConfiguration>();
        new AuthenticationBuilder(builder.Services).AddJwtBearer(options =>
        {
            options.MapInboundClaims = false;
            var accepted = options.TokenValidationParameters;
            accepted.ValidAlgorithms = [];
            accepted.ClockSkew = ClockSkew;
            AcceptEntra(options, builder.Configuration.GetSection("AzureAd"));
            if (builder.Environment.IsDevelopment() && settings.IsLoopbackOnly)
            {
                AcceptDevelopmentKey(accepted, settings.Data);
            }

            // An empty list would mean "any algorithm" and "any issuer" to the library: nothing configured accepts nothing.
            accepted.ValidAlgorithms = [.. accepted.ValidAlgorithms.DefaultIfEmpty(SecurityAlgorithms.None)];
            accepted.ValidateIssuer = true;
            accepted.ValidateAudience = true;
            accepted.RequireSignedTokens = true;
        });
    }

    private static void AcceptEntra(JwtBearerOptions options, IConfigurationSection entra)
    {
        var tenant = entra["TenantId"];
        var client = entra["ClientId"];
        if (string.IsNullOrEmpty(tenant) || string.IsNullOrEmpty(client))
        {
            return;
        }

        var instance = (entra["Instance"] ?? "https://login.microsoftonline.com/").TrimEnd('/');
        options.Authority = $"{instance}/{tenant}/v2.0";
        var accepted = options.TokenValidationParameters;
        accepted.ValidAudiences = [entra["Audience"] ?? $"api://{client}", client];
        accepted.ValidAlgorithms = [SecurityAlgorithms.RsaSha256];
    }

    private static void AcceptDevelopmentKey(TokenValidationParameters accepted, DirectoryInfo data)
    {
        accepted.ValidIssuers = [.. accepted.ValidIssuers ?? [], DevelopmentTokens.Issuer];
        accepted.ValidAudiences = [.. accepted.ValidAudiences ?? [], DevelopmentTokens.Audience];
        accepted.IssuerSigningKeys = [.. accepted.IssuerSigningKeys ?? [], DevelopmentKey.Of(data)];
        accepted.ValidAlgorithms = [.. accepted.ValidAlgorithms, SecurityAlgorithms.HmacSha256];
    }

    /// <summary>Schemes are configured here and nowhere else.</summary>
    private sealed class NoSchemeConfiguration : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration { get; } = new ConfigurationManager();
    }
}
