using System.Net;
using Microsoft.AspNetCore.Http;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Tests.WebSurface;

public sealed class RequestIdTests
{
    private static readonly RequestIds Ids = new();

    [Theory]
    [InlineData("a")]
    [InlineData("0af7651916cd43dd8448eb211c80319c")]
    [InlineData("A.b_c-9")]
    public void Well_formed_id_of_a_local_proxy_is_taken_over(string id) =>
        Assert.Equal(id, Ids.Of(Asked(IPAddress.Loopback, id), isTrustedProxy: true));

    [Fact]
    public void Longest_id_is_taken_over_and_one_past_it_is_not()
    {
        var longest = new string('x', SurfaceLimits.RequestIdCharacters);

        Assert.True(RequestIds.IsWellFormed(longest));
        Assert.False(RequestIds.IsWellFormed(longest + "x"));
        Assert.False(RequestIds.IsWellFormed(""));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    [InlineData("é")]
    [InlineData("a/b")]
    public void Other_characters_than_letters_digits_and_three_marks_are_not_taken_over(string id) =>
        Assert.NotEqual(id, Ids.Of(Asked(IPAddress.Loopback, id), isTrustedProxy: true));

    [Fact]
    public void Id_of_anybody_else_is_not_taken_over()
    {
        var http = Asked(IPAddress.Parse("192.0.2.1"), "mine");

        Assert.False(TrustedProxies.IsAsking(http));
        Assert.NotEqual("mine", Ids.Of(http, TrustedProxies.IsAsking(http)));
    }

    [Fact]
    public void Each_request_gets_another_id()
    {
        var made = Enumerable.Range(0, 1_000).Select(_ => Ids.Of(new DefaultHttpContext(), isTrustedProxy: false));

        Assert.Equal(1_000, made.Distinct(StringComparer.Ordinal).Count(RequestIds.IsWellFormed));
    }

    [Theory]
    [InlineData("127.0.0.1", "https", true)]
    [InlineData("::1", "HTTPS", true)]
    [InlineData("127.0.0.1", "http", false)]
    [InlineData("127.0.0.1", "https, http", false)]
    [InlineData("192.0.2.1", "https", false)]
    public void Https_is_believed_of_a_local_proxy_alone(string address, string scheme, bool isHttps)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Headers["X-Forwarded-Proto"] = scheme;

        Assert.Equal(isHttps, TrustedProxies.IsHttps(http, TrustedProxies.IsAsking(http)));
    }

    private static DefaultHttpContext Asked(IPAddress address, string id)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address;
        http.Request.Headers[RequestIds.Header] = id;
        return http;
    }
}
