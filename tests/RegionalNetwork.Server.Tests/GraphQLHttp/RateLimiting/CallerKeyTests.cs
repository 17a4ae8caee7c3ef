using System.Net;
using Microsoft.AspNetCore.Http;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.GraphQLHttp.RateLimiting;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Tests.GraphQLHttp.RateLimiting;

public sealed class CallerKeyTests
{
    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void Anonymous_callers_are_told_apart_by_network(string first, string second, bool isSame) =>
        Assert.Equal(isSame, Key(first, null) == Key(second, null));

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7", true)]
    [InlineData("127.0.0.1", "198.51.100.1, 203.0.113.7", true)]
    [InlineData("127.0.0.1", "203.0.113.7, 198.51.100.1", false)]
    [InlineData("127.0.0.1", "nonsense", false)]
    [InlineData("192.0.2.1", "203.0.113.7", false)]
    public void Only_a_proxy_on_this_machine_says_for_whom_it_asks(string remote, string forwarded, bool isBelieved) =>
        Assert.Equal(isBelieved, Key(remote, forwarded) == Key("203.0.113.7", null));

    [Fact]
    public void Subject_of_a_token_counts_wherever_it_comes_from()
    {
        var caller = Caller.Assuming(new Actor("somebody", []));
        Assert.Equal(
            CallerKey.Of(Request("192.0.2.1", null), caller),
            CallerKey.Of(Request("192.0.2.2", null), caller)
        );
        Assert.NotEqual(CallerKey.Of(Request("192.0.2.1", null), caller), Key("192.0.2.1", null));
    }

    private static CallerKey Key(string remote, string? forwarded) => CallerKey.Of(Request(remote, forwarded), null);

    private static DefaultHttpContext Request(string remote, string? forwarded)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(remote) } };
        if (forwarded is not null)
        {
            http.Request.Headers["X-Forwarded-For"] = forwarded;
        }

        return http;
    }
}
