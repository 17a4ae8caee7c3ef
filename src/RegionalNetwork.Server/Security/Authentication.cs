using RegionalNetwork.Server.Hosting;
using RegionalNetwork.Server.Security.Issuers;
using RegionalNetwork.Server.Security.Sessions;
using RegionalNetwork.Server.Security.Tokens;

namespace RegionalNetwork.Server.Security;

/// <summary>
/// Who signs the tokens that are accepted: the tenants of Microsoft Entra ID in <c>AzureAd</c>, the issuers in <c>Issuers</c>,
/// and the development key on a Development host that listens on loopback alone. With none, every caller is anonymous.
/// </summary>
internal static class Authentication
{
    /// <summary>Nothing is asked of any issuer before its first token comes.</summary>
    /// <exception cref="InvalidDataException">The configuration is mistaken: with what is wrong and what to do.</exception>
    public static void AddTokens(this WebApplicationBuilder builder, ServerSettings settings)
    {
        var isDevelopment = builder.Environment.IsDevelopment() && settings.IsLoopbackOnly;
        var security = SecuritySettings.Read(builder.Configuration, isDevelopment);
        builder.Services.AddSingleton(security);
        builder.Services.AddSingleton<IssuerConnections>();
        builder.Services.AddSingleton(services =>
        {
            IReadOnlyCollection<ITokenIssuer> accepted = services.GetRequiredService<IssuerConnections>().All;
            return new TokenValidation(
                isDevelopment ? [.. accepted, new DevelopmentIssuer(DevelopmentKey.Of(settings.Data))] : accepted,
                TimeProvider.System
            );
        });
        if (security.HasSignIn)
        {
            builder.Services.AddSignIn(security, settings);
        }
    }
}
