using System.Net;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Tests.WebSurface;

public sealed class AddressClassTests
{
    [Theory]
    [InlineData("127.0.0.1", AddressClass.Loopback)]
    [InlineData("::1", AddressClass.Loopback)]
    [InlineData("::ffff:127.0.0.1", AddressClass.Loopback)]
    [InlineData("10.255.0.1", AddressClass.Private)]
    [InlineData("172.16.0.1", AddressClass.Private)]
    [InlineData("172.32.0.1", AddressClass.Public)]
    [InlineData("::ffff:192.168.1.1", AddressClass.Private)]
    [InlineData("fd12::1", AddressClass.Private)]
    [InlineData("fe80::1", AddressClass.Private)]
    [InlineData("203.0.113.7", AddressClass.Public)]
    [InlineData("2001:db8::1", AddressClass.Public)]
    public void Address_is_said_by_its_class_alone(string address, string expected) =>
        Assert.Equal(expected, AddressClass.Of(IPAddress.Parse(address)));

    [Fact]
    public void What_is_not_known_is_taken_for_public() =>
        Assert.Equal(AddressClass.Public, AddressClass.Of(address: null));
}
