using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Issuers;

namespace RegionalNetwork.Server.Tests.Security.Issuers;

public sealed class RequiredStrengthTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);

    private static readonly RequiredStrength Required = Read(
        ("RequiredAcr", "c1 urn:mfa"),
        ("RequiredAmr", "pwd mfa"),
        ("MaxAgeMinutes", "60")
    );

    [Theory]
    [InlineData("""{"acr":"urn:mfa","amr":["mfa","pwd","hwk"],"auth_time":1799999000}""", true)]
    [InlineData("""{"acrs":["p1","c1"],"amr":["mfa","pwd"],"auth_time":1799999000}""", true)]
    [InlineData("""{"acr":"1","acrs":["c2"],"amr":["mfa","pwd"],"auth_time":1799999000}""", false)]
    [InlineData("""{"acr":"c1 urn:mfa","amr":["mfa","pwd"],"auth_time":1799999000}""", false)]
    [InlineData("""{"amr":["mfa","pwd"],"auth_time":1799999000}""", false)]
    [InlineData("""{"acr":"c1","amr":["pwd"],"auth_time":1799999000}""", false)]
    [InlineData("""{"acr":"c1","amr":"mfa","auth_time":1799999000}""", false)]
    [InlineData("""{"acr":"c1","auth_time":1799999000}""", false)]
    [InlineData("""{"acr":"c1","amr":["mfa","pwd"]}""", false)]
    [InlineData("""{"acr":"c1","amr":["mfa","pwd"],"auth_time":"1799999000"}""", false)]
    [InlineData("""{"acr":"c1","amr":["mfa","pwd"],"auth_time":-5}""", false)]
    [InlineData("""{"acr":"c1","amr":["mfa","pwd"],"auth_time":9007199254740991}""", false)]
    public void Token_says_what_is_required_or_is_refused(string claims, bool isMet) =>
        Assert.Equal(isMet, Required.IsMetBy(TokenWith(claims), Now));

    /// <summary>Seconds between signing in and now, which count the difference of clocks in both directions.</summary>
    [Theory]
    [InlineData((60 * 60) + 119, true)]
    [InlineData((60 * 60) + 120, false)]
    [InlineData(-120, true)]
    [InlineData(-121, false)]
    public void Signing_in_counts_for_as_long_as_is_set(int secondsAgo, bool isMet)
    {
        var token = TokenWith($$"""{"auth_time":{{Now.ToUnixTimeSeconds() - secondsAgo}}}""");

        Assert.Equal(isMet, Read(("MaxAgeMinutes", "60")).IsMetBy(token, Now));
    }

    [Fact]
    public void Where_nothing_is_set_nothing_is_required_and_nothing_ends()
    {
        var nothing = Read();

        Assert.True(nothing.IsMetBy(TokenWith("{}"), Now));
        Assert.Equal(DateTimeOffset.MaxValue, nothing.EndOf(TokenWith("{}")));
        Assert.Empty(nothing.ToAsk(isEntra: false));
    }

    [Fact]
    public void Refusal_tells_a_program_and_its_person_what_to_get()
    {
        Assert.Equal(
            "Bearer error=\"insufficient_user_authentication\", acr_values=\"c1 urn:mfa\", max_age=\"3600\"",
            Required.Refusal.Challenge
        );
        Assert.EndsWith(
            "acr c1 or urn:mfa, amr pwd and mfa, auth_time at most 60 minutes ago.",
            Required.Refusal.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Issuer_is_asked_for_what_will_be_required()
    {
        Assert.Equal(
            [new("max_age", "3600"), new("acr_values", "c1 urn:mfa")],
            Required.ToAsk(isEntra: false).ToArray()
        );
        Assert.Equal(
            new KeyValuePair<string, string?>(
                "claims",
                """{"id_token":{"acrs":{"essential":true,"values":["c1","urn:mfa"]}}}"""
            ),
            Required.ToAsk(isEntra: true).Last()
        );
    }

    [Fact]
    public void Every_tenant_has_what_is_set_for_Entra()
    {
        var settings = SecuritySettings.Read(
            Configuration(
                ("AzureAd:TenantId", "0a3b4a4f-3a51-4b1c-8a1e-3d8a52a7f001"),
                ("AzureAd:AllowedTenants:0", "0a3b4a4f-3a51-4b1c-8a1e-3d8a52a7f002"),
                ("AzureAd:ClientId", "app"),
                ("AzureAd:RequiredAmr", "mfa")
            ),
            isDevelopment: true
        );

        Assert.Equal(4, settings.Issuers.Count);
        Assert.All(settings.Issuers, issuer => Assert.Equal(["mfa"], issuer.Strength.Amr));
    }

    private static RequiredStrength Read(params (string Key, string Value)[] settings) =>
        RequiredStrength.Read(
            Configuration([.. settings.Select(setting => ($"Issuers:0:{setting.Key}", setting.Value))])
                .GetSection("Issuers:0")
        );

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value))
            )
            .Build();

    private static JsonWebToken TokenWith(string claims) => new("""{"alg":"none"}""", claims);
}
