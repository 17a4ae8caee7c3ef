namespace RegionalNetwork.Server.Federation.Links;

/// <summary>Addresses of hubs as an operator writes them.</summary>
internal static class HubAddress
{
    /// <returns>With a slash at the end; null where it is none, or where others could read on the way what is sent there.</returns>
    public static Uri? Find(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address is { Query: "", Fragment: "", UserInfo: "" }
            ? address
            : null;
}
