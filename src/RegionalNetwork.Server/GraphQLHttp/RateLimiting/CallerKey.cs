using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.GraphQLHttp.RateLimiting;

/// <summary>Whose budget a request spends: the subject of its token, or the network that an anonymous one comes from.</summary>
/// <param name="Network">An IPv4 address, or the prefix of an IPv6 address; zero with a subject.</param>
internal readonly record struct CallerKey(string? Subject, UInt128 Network)
{
    private const string ForwardedFor = "X-Forwarded-For";

    public static CallerKey Of(HttpContext http, Caller? caller) =>
        caller?.SignedIn is { } signedIn
            ? new CallerKey(signedIn.Key, 0)
            : new CallerKey(null, NetworkOf(AddressOf(http)));

    /// <summary>The same, but an anonymous caller is whoever has the connection: a proxy's word for another counts nothing.</summary>
    public static CallerKey OfConnection(HttpContext http, Caller? caller) =>
        caller?.SignedIn is { } signedIn
            ? new CallerKey(signedIn.Key, 0)
            : new CallerKey(null, NetworkOf(http.Connection.RemoteIpAddress));

    /// <summary>
    /// A proxy that is trusted says for whom it asks, last in the list; anybody else's word for it could be made up.
    /// </summary>
    public static IPAddress? AddressOf(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress;
        if (!TrustedProxies.IsAsking(http))
        {
            return remote;
        }

        var forwarded = http.Request.Headers[ForwardedFor];
        return forwarded.Count > 0 && IPAddress.TryParse(Last(forwarded[^1] ?? ""), out var client) ? client : remote;
    }

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> list) => list[(list.LastIndexOf(',') + 1)..].Trim();

    internal static UInt128 NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[16];
        var isIpv6 = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false };
        (isIpv6 ? address : address.MapToIPv6()).TryWriteBytes(bytes, out _);
        var number = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        return isIpv6 ? number >> (128 - RateLimits.Ipv6PrefixBits) << (128 - RateLimits.Ipv6PrefixBits) : number;
    }
}
