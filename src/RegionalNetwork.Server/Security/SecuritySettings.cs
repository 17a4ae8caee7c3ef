using RegionalNetwork.Server.Security.Issuers;

namespace RegionalNetwork.Server.Security;

/// <summary>Whose tokens are accepted, and where people sign in.</summary>
/// <param name="PublicUrl">Where browsers reach the server, without a slash at the end; null to take each request's word for it.</param>
internal sealed record SecuritySettings(
    IReadOnlyList<IssuerSettings> Issuers,
    IReadOnlyList<SignInSettings> SignIns,
    string? PublicUrl
)
{
    public bool HasSignIn => SignIns.Count > 0;

    /// <param name="isDevelopment">Elsewhere the address that browsers use must be configured.</param>
    /// <exception cref="InvalidDataException">with what is wrong and what to do.</exception>
    public static SecuritySettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var (entra, entraSignIn) = EntraSettings.Read(configuration);
        var others = OpenIdSettings.Read(configuration);
        IReadOnlyList<IssuerSettings> issuers = [.. entra, .. others.Select(other => other.Issuer)];
        IReadOnlyList<SignInSettings> signIns =
        [
            .. new[] { entraSignIn }.Concat(others.Select(other => other.SignIn)).OfType<SignInSettings>(),
        ];
        if (issuers.GroupBy(issuer => issuer.Issuer).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new InvalidDataException($"The issuer {twice.Key} is configured twice. Remove one of the two.");
        }

        if (signIns.GroupBy(signIn => signIn.Path).FirstOrDefault(same => same.Count() > 1) is { } alike)
        {
            throw new InvalidDataException(
                $"Two issuers for signing in would both be /sign-in/{alike.Key}. Give them names that differ."
            );
        }

        var url = configuration["SignIn:PublicUrl"];
        if (string.IsNullOrWhiteSpace(url) && signIns.Count > 0 && !isDevelopment)
        {
            throw new InvalidDataException(
                "People can sign in, so SignIn:PublicUrl must say where browsers reach this server, such as "
                    + "https://network.example.gov.uk: issuers send them back there."
            );
        }

        return new(
            issuers,
            signIns,
            string.IsNullOrWhiteSpace(url) ? null : IssuerAddresses.Read(url, "SignIn:PublicUrl")
        );
    }
}
