namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>An issuer at which people sign in to the pages.</summary>
/// <param name="Name">What people call it: on its button.</param>
/// <param name="Authority">Its address, without a slash at the end.</param>
/// <param name="Issuers">Which issuers its ID tokens may name.</param>
internal sealed record SignInSettings(
    string Name,
    string Authority,
    string ClientId,
    string ClientSecret,
    IReadOnlyList<IssuerSettings> Issuers
)
{
    /// <summary>The name in an address: <c>national-office</c>.</summary>
    public string Path { get; } = PathOf(Name);

    /// <summary>The tenant's people come by many issuers where any organisation may sign in; then its metadata names none.</summary>
    public string? MetadataIssuer => Issuers.Any(issuer => issuer.Issuer == Authority) ? Authority : null;

    public static string PathOf(string name) =>
        string.Join(
            '-',
            string.Concat(name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' '))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
}
