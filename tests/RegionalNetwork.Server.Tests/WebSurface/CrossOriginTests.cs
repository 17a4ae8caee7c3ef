using Microsoft.Extensions.Configuration;
using RegionalNetwork.Server.WebSurface;

namespace RegionalNetwork.Server.Tests.WebSurface;

public sealed class CrossOriginTests
{
    [Fact]
    public void Without_the_setting_no_origin_is_allowed() => Assert.Empty(Read());

    [Theory]
    [InlineData("https://dashboard.example.gov.uk")]
    [InlineData("https://dashboard.example.gov.uk:8443")]
    [InlineData("http://localhost:3000")]
    [InlineData("http://127.0.0.1:3000")]
    public void Origin_as_browsers_write_it_is_allowed(string origin) => Assert.Equal([origin], Read(origin));

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.gov.uk")]
    [InlineData("https://example.gov.uk/")]
    [InlineData("https://example.gov.uk:443")]
    [InlineData("http://example.gov.uk")]
    [InlineData("https://user@example.gov.uk")]
    [InlineData("null")]
    [InlineData("")]
    public void Anything_else_stops_the_start(string origin)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read("https://example.gov.uk", origin));

        Assert.Contains($"'{origin}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_origins_as_the_limit_are_allowed_and_one_more_is_not()
    {
        string[] most = [.. Enumerable.Range(0, SurfaceLimits.Origins).Select(i => $"https://a{i}.example.gov.uk")];

        Assert.Equal(SurfaceLimits.Origins, Read(most).Count);
        Assert.Throws<InvalidDataException>(() => Read([.. most, "https://b.example.gov.uk"]));
    }

    [Fact]
    public void One_text_instead_of_a_list_stops_the_start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Cors:Origins", "https://example.gov.uk"),
        ]);

        Assert.Throws<InvalidDataException>(() => CrossOrigin.ReadOrigins(configuration.Build()));
    }

    private static IReadOnlyList<string> Read(params string[] origins) =>
        CrossOrigin.ReadOrigins(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    origins.Select((origin, i) => KeyValuePair.Create($"Cors:Origins:{i}", (string?)origin))
                )
                .Build()
        );
}
