using System.Net;
using System.Net.Sockets;
using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Server.GraphQLHttp.Documents;

/// <summary>Who had a document stored: the subject of a token, or the address that an anonymous request came from.</summary>
internal readonly record struct Registrant(string? Subject, IPAddress? Address)
{
    /// <summary>Bytes of an IPv6 address that one household or office has to itself: the rest it can choose at will.</summary>
    private const int NetworkPrefixBytes = 8;

    public static Registrant Of(HttpContext http, Actor? actor) =>
        actor is null
            ? new Registrant(null, NetworkOf(http.Connection.RemoteIpAddress))
            : new Registrant(actor.Subject, null);

    private static IPAddress? NetworkOf(IPAddress? address)
    {
        if (address is not { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkPrefixBytes).Clear();
        return new IPAddress(bytes);
    }
}
