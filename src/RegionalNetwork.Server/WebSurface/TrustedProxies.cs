using System.Net;
using System.Net.Sockets;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>
/// Proxies that say truly how they were asked and for whom: those on this machine, and those in the networks of the setting
/// <c>TrustedProxies</c>. Anybody else's word for it could be made up.
/// </summary>
internal sealed class TrustedProxies(IReadOnlyList<IPNetwork> networks)
{
    private const string Setting = "TrustedProxies";

    private const string ForwardedProto = "X-Forwarded-Proto";

    /// <exception cref="InvalidDataException">A network is none, or holds strangers: with what is wrong and what to do.</exception>
    public static TrustedProxies Read(IConfiguration configuration) =>
        new([.. ListSetting.Read(configuration, Setting, SurfaceLimits.ProxyNetworks, "networks").Select(ReadNetwork)]);

    /// <summary>Whether a request came from one, of which the surface took note.</summary>
    public static bool IsAsking(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address
        && (IPAddress.IsLoopback(address) || http.Features.Get<Noted>() is not null);

    /// <summary>Whether the browser came by HTTPS, as far as can be believed.</summary>
    public static bool IsHttps(HttpContext http, bool isTrustedProxy) =>
        http.Request.IsHttps
        || (
            isTrustedProxy
            && http.Request.Headers.TryGetValue(ForwardedProto, out var scheme)
            && scheme is [{ } only]
            && only.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Takes note of it where a request comes from one of the networks, before anything asks.</summary>
    public void Note(HttpContext http)
    {
        if (networks.Count > 0 && http.Connection.RemoteIpAddress is { } address && Contains(address))
        {
            http.Features.Set(Noted.One);
        }
    }

    private bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }

    /// <summary>So many addresses are the Internet's: whoever is trusted there may say that they are anybody.</summary>
    private static IPNetwork ReadNetwork(string text)
    {
        // Of what is taken for a network the bits behind the prefix are cut off: 10.20.0.1/24 may be meant as one address.
        if (
            !IPNetwork.TryParse(text, out var network)
            || network.BaseAddress.IsIPv4MappedToIPv6
            || !network.BaseAddress.Equals(IPAddress.Parse(text.AsSpan(0, text.IndexOf('/', StringComparison.Ordinal))))
        )
        {
            throw new InvalidDataException(
                $"{Setting} has '{text}', which is no network. Give its first address and the length of its prefix, such as "
                    + "10.20.0.0/24 or fd00:20::/64."
            );
        }

        var shortest =
            network.BaseAddress.AddressFamily == AddressFamily.InterNetwork
                ? SurfaceLimits.ProxyPrefixBitsIpv4
                : SurfaceLimits.ProxyPrefixBitsIpv6;
        return network.PrefixLength >= shortest
            ? network
            : throw new InvalidDataException(
                $"{Setting} has {text}: whoever can reach the server from there could say that they are anybody. Name the network of "
                    + $"your proxies alone, /{shortest} or narrower."
            );
    }

    /// <summary>On a request that came from one.</summary>
    private sealed class Noted
    {
        public static readonly Noted One = new();
    }
}
