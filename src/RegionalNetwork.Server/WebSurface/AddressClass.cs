using System.Net;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;

namespace RegionalNetwork.Server.WebSurface;

/// <summary>Where an anonymous caller is, as far as a log may say it: an address is a personal detail, its class is not.</summary>
internal static class AddressClass
{
    public const string Loopback = "anonymous-on-this-machine";
    public const string Private = "anonymous-in-a-private-network";
    public const string Public = "anonymous-on-the-internet";

    private static readonly IPNetwork[] PrivateNetworks =
    [
        // https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc3927 and https://www.rfc-editor.org/rfc/rfc6598
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
        // https://www.rfc-editor.org/rfc/rfc4193 and https://www.rfc-editor.org/rfc/rfc4291#section-2.5.6
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
    ];

    public static string Of(HttpContext http) => Of(CallerKey.AddressOf(http));

    /// <param name="address">Null where nothing is known of it.</param>
    public static string Of(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is null ? Public
            : IPAddress.IsLoopback(plain) ? Loopback
            : Array.Exists(PrivateNetworks, network => network.Contains(plain)) ? Private
            : Public;
    }
}
