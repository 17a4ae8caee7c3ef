namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>
/// The section <c>AzureAd</c>, with the keys of Microsoft.Identity.Web (Instance, TenantId, ClientId, Audience) and
/// <c>AllowedTenants</c>: the tenants of councils and partners whose tokens are accepted too. With a ClientSecret people can sign
/// in to the pages.
/// https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats
/// </summary>
internal static class EntraSettings
{
    public const string Section = "AzureAd";

    private const string PublicInstance = "https://login.microsoftonline.com";
    private const string AnyOrganisation = "organizations";

    /// <summary>Issues v1.0 tokens, whatever the instance.</summary>
    private const string FirstVersionIssuer = "https://sts.windows.net";

    /// <exception cref="InvalidDataException">with what is wrong and what to do.</exception>
    public static (IReadOnlyList<IssuerSettings> Issuers, SignInSettings? SignIn) Read(IConfiguration configuration)
    {
        var entra = configuration.GetSection(Section);
        var (tenant, client) = (TextOf(entra, "TenantId"), TextOf(entra, "ClientId"));
        var allowed = entra.GetSection("AllowedTenants").GetChildren().Select(child => child.Value ?? "").ToList();
        if (tenant is null && client is null && allowed.Count == 0)
        {
            return ([], null);
        }

        if (tenant is null || client is null)
        {
            throw new InvalidDataException(
                "AzureAd needs TenantId and ClientId. Set both, or remove the section to do without Microsoft Entra ID."
            );
        }

        var instance = IssuerAddresses.Read(TextOf(entra, "Instance") ?? PublicInstance, "AzureAd:Instance");
        string[] audiences = [TextOf(entra, "Audience") ?? $"api://{client}", client];
        var strength = RequiredStrength.Read(entra);
        IReadOnlyList<IssuerSettings> issuers =
        [
            .. TenantsOf(tenant, allowed)
                .SelectMany(id => IssuersOf(instance, id, audiences))
                .Select(issuer => issuer with { Strength = strength }),
        ];
        return (
            issuers,
            TextOf(entra, "ClientSecret") is { } secret
                ? new("Microsoft", $"{instance}/{tenant.ToLowerInvariant()}/v2.0", client, secret, issuers)
                : null
        );
    }

    private static IEnumerable<IssuerSettings> IssuersOf(string instance, string tenant, string[] audiences)
    {
        var current = $"{instance}/{tenant}/v2.0";
        yield return new(current, IssuerAddresses.MetadataOf(current), tenant, audiences) { IsEntra = true };
        yield return new(
            $"{FirstVersionIssuer}/{tenant}",
            IssuerAddresses.MetadataOf($"{instance}/{tenant}"),
            tenant,
            audiences
        )
        {
            IsEntra = true,
            IdentityIssuer = current,
        };
    }

    private static IReadOnlyList<string> TenantsOf(string tenant, List<string> allowed)
    {
        if (tenant == AnyOrganisation && allowed.Count == 0)
        {
            throw new InvalidDataException(
                "AzureAd:TenantId is organizations, which is any organisation in the world. List the tenants that may "
                    + "come in AzureAd:AllowedTenants."
            );
        }

        if (allowed.Count > SecurityLimits.Tenants)
        {
            throw new InvalidDataException(
                $"AzureAd:AllowedTenants has {allowed.Count} tenants; at most {SecurityLimits.Tenants} are supported."
            );
        }

        var tenants = tenant == AnyOrganisation ? allowed : [tenant, .. allowed];
        return
        [
            .. tenants
                .Select(id =>
                    Guid.TryParseExact(id, "D", out var parsed)
                        ? parsed.ToString("D")
                        : throw new InvalidDataException(
                            $"AzureAd names the tenant '{id}', which is no tenant id. Give the directory (tenant) id "
                                + "such as 8f6dbe6f-8a3b-4f4e-9a55-0d2f6f3f7c11, or organizations with AllowedTenants."
                        )
                )
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string? TextOf(IConfigurationSection section, string key) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();
}
