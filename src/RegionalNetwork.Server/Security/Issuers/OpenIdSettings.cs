namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>
/// The list <c>Issuers</c>: any OpenID Connect issuers, each with a Name, its Authority and the Audience of its tokens, and with
/// the Tenant that they name if they do. With a ClientId and a ClientSecret people can sign in to the pages.
/// </summary>
internal static class OpenIdSettings
{
    public const string Section = "Issuers";

    private static readonly string[] Keys =
    [
        "Name",
        "Authority",
        "Audience",
        "ClientId",
        "ClientSecret",
        "Tenant",
        RequiredStrength.AcrKey,
        RequiredStrength.AmrKey,
        RequiredStrength.AgeKey,
    ];

    /// <exception cref="InvalidDataException">with what is wrong and what to do.</exception>
    public static IReadOnlyList<(IssuerSettings Issuer, SignInSettings? SignIn)> Read(IConfiguration configuration)
    {
        var entries = configuration.GetSection(Section).GetChildren().ToList();
        if (entries.Count > SecurityLimits.Issuers)
        {
            throw new InvalidDataException(
                $"Issuers has {entries.Count} entries; at most {SecurityLimits.Issuers} are supported."
            );
        }

        return [.. entries.Select(Read)];
    }

    private static (IssuerSettings Issuer, SignInSettings? SignIn) Read(IConfigurationSection entry)
    {
        if (
            entry.GetChildren().FirstOrDefault(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is
            { } odd
        )
        {
            throw new InvalidDataException($"{odd.Path} is not known. An issuer has {string.Join(", ", Keys)}.");
        }

        var authority = IssuerAddresses.Read(Required(entry, "Authority"), $"{entry.Path}:Authority");
        var issuer = new IssuerSettings(
            authority,
            IssuerAddresses.MetadataOf(authority),
            entry["Tenant"] ?? "",
            [Required(entry, "Audience")]
        )
        {
            Strength = RequiredStrength.Read(entry),
        };
        return (issuer, SignInOf(entry, issuer, Required(entry, "Name")));
    }

    private static SignInSettings? SignInOf(IConfigurationSection entry, IssuerSettings issuer, string name)
    {
        if (SignInSettings.PathOf(name).Length is 0 or > SecurityLimits.IssuerNameCharacters)
        {
            throw new InvalidDataException(
                $"{entry.Path}:Name must have letters or digits, at most {SecurityLimits.IssuerNameCharacters}."
            );
        }

        if (string.IsNullOrWhiteSpace(entry["ClientSecret"]))
        {
            return null;
        }

        return string.IsNullOrWhiteSpace(entry["ClientId"])
            ? throw new InvalidDataException($"{entry.Path} has a ClientSecret and no ClientId. Set both, or neither.")
            : new(name, issuer.Issuer, entry["ClientId"]!.Trim(), entry["ClientSecret"]!.Trim(), [issuer]);
    }

    private static string Required(IConfigurationSection entry, string key) =>
        string.IsNullOrWhiteSpace(entry[key])
            ? throw new InvalidDataException($"{entry.Path} has no {key}. Give it Name, Authority and Audience.")
            : entry[key]!.Trim();
}
