using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Tests.WebSurface;

/// <summary>Who is believed what a request says of its client, by the whole surface as it stands before the server.</summary>
public sealed class TrustedProxiesTests
{
    private const string Client = "203.0.113.7";

    [Theory]
    [InlineData("10.20.0.1", true)]
    [InlineData("::ffff:10.20.0.255", true)]
    [InlineData("fd00:20::9", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.20.1.0", false)]
    [InlineData("10.19.255.255", false)]
    [InlineData("::ffff:10.21.0.1", false)]
    [InlineData("fd00:21::9", false)]
    [InlineData("192.0.2.1", false)]
    public async Task Proxy_of_a_named_network_is_believed_and_nobody_else(string peer, bool isBelieved)
    {
        var http = await AskAsync(Read("10.20.0.0/24", "fd00:20::/64"), peer);

        Assert.Equal(isBelieved ? Client : peer, CallerKey.AddressOf(http)!.ToString());
        Assert.Equal(isBelieved, http.Response.Headers.StrictTransportSecurity.Count > 0);
        Assert.Equal(isBelieved, http.Response.Headers[RequestIds.Header] == "proxy-1");
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("10.20.0.1", false)]
    public async Task Where_no_network_is_named_this_machine_alone_is_believed(string peer, bool isBelieved)
    {
        var http = await AskAsync(Read(), peer);

        Assert.Equal(isBelieved ? Client : peer, CallerKey.AddressOf(http)!.ToString());
        Assert.Equal(isBelieved, http.Response.Headers.StrictTransportSecurity.Count > 0);
    }

    [Theory]
    [InlineData("0.0.0.0/0", "could say that they are anybody")]
    [InlineData("::/0", "could say that they are anybody")]
    [InlineData("128.0.0.0/1", "could say that they are anybody")]
    [InlineData("10.0.0.0/7", "could say that they are anybody")]
    [InlineData("2001:db8::/47", "could say that they are anybody")]
    [InlineData("10.20.0.1", "is no network")]
    [InlineData("10.20.0.1/24", "is no network")]
    [InlineData("::ffff:0:0/96", "is no network")]
    [InlineData("proxy.example.gov.uk", "is no network")]
    [InlineData("", "is no network")]
    public void Network_that_is_none_or_holds_strangers_stops_the_start(string network, string why)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Read("10.20.0.0/24", network));

        Assert.Contains("TrustedProxies", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_networks_as_are_allowed_are_taken_and_one_more_is_not()
    {
        string[] most = [.. Enumerable.Range(0, SurfaceLimits.ProxyNetworks).Select(i => $"10.0.{i}.0/24")];

        Read(most);
        Assert.Throws<InvalidDataException>(() => Read([.. most, "10.1.0.0/24"]));
        Read("10.0.0.0/8", "fd00:20::/48");
    }

    [Fact]
    public void A_list_that_is_one_text_stops_the_start() =>
        Assert.Contains(
            "must be a list",
            Assert
                .Throws<InvalidDataException>(() =>
                    TrustedProxies.Read(Configuration(new() { ["TrustedProxies"] = "10.20.0.0/24" }))
                )
                .Message,
            StringComparison.Ordinal
        );

    private static TrustedProxies Read(params string[] networks) =>
        TrustedProxies.Read(
            Configuration(
                networks.Index().ToDictionary(each => $"TrustedProxies:{each.Index}", each => (string?)each.Item)
            )
        );

    private static IConfigurationRoot Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    /// <summary>A request through the surface from a peer that says that it asks by HTTPS for somebody else.</summary>
    private static async Task<DefaultHttpContext> AskAsync(TrustedProxies proxies, string peer)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(peer) } };
        http.Request.Headers["X-Forwarded-For"] = $"198.51.100.1, {Client}";
        http.Request.Headers["X-Forwarded-Proto"] = "https";
        http.Request.Headers[RequestIds.Header] = "proxy-1";
        await new Surface(_ => Task.CompletedTask, proxies, NullLogger.Instance).InvokeAsync(http);
        return http;
    }
}
