namespace RegionalNetwork.Server.Security.Issuers;

/// <summary>Addresses of issuers as an operator writes them.</summary>
internal static class IssuerAddresses
{
    /// <param name="setting">Where it stands, for the message.</param>
    /// <returns>Without a slash at the end.</returns>
    /// <exception cref="InvalidDataException">It is no address, or keys that come from it could be changed on the way.</exception>
    public static string Read(string address, string setting)
    {
        if (
            !Uri.TryCreate(address, UriKind.Absolute, out var parsed)
            || parsed.Scheme is not ("https" or "http")
            || parsed.Query.Length > 0
            || parsed.Fragment.Length > 0
            || parsed.UserInfo.Length > 0
        )
        {
            throw new InvalidDataException(
                $"{setting} is '{address}', which is no address. Give one such as https://login.example.gov.uk."
            );
        }

        return parsed.Scheme == "https" || parsed.IsLoopback
            ? address.TrimEnd('/')
            : throw new InvalidDataException(
                $"{setting} is '{address}'. Use https: only an issuer on this machine may do without."
            );
    }

    /// <summary>Whether secrets may be sent to an address that an issuer names.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var parsed)
        && (parsed.Scheme == "https" || (parsed.Scheme == "http" && parsed.IsLoopback));

    public static Uri MetadataOf(string authority) => new($"{authority}/.well-known/openid-configuration");
}
