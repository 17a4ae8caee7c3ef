using Microsoft.Extensions.Configuration;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Security.Issuers;

namespace RegionalNetwork.Server.Tests.Security.Issuers;

public sealed class IssuerSettingsTests
{
    private const string CouncilA = "0a3b4a4f-3a51-4b1c-8a1e-3d8a52a7f001";
    private const string CouncilB = "0a3b4a4f-3a51-4b1c-8a1e-3d8a52a7f002";

    private const string Office = "Issuers:0:Name=A;Issuers:0:Authority=https://a.example;Issuers:0:Audience=x";

    /// <summary>Settings (key=value, separated by semicolons) and what the refusal says.</summary>
    public static TheoryData<string, string> Mistakes =>
        new()
        {
            { $"AzureAd:TenantId={CouncilA}", "needs TenantId and ClientId" },
            { "AzureAd:ClientId=app", "needs TenantId and ClientId" },
            { $"AzureAd:AllowedTenants:0={CouncilA}", "needs TenantId and ClientId" },
            { "AzureAd:TenantId=common;AzureAd:ClientId=app", "'common', which is no tenant id" },
            { "AzureAd:TenantId=contoso.onmicrosoft.com;AzureAd:ClientId=app", "which is no tenant id" },
            { "AzureAd:TenantId=organizations;AzureAd:ClientId=app", "List the tenants" },
            {
                $"AzureAd:TenantId={CouncilA};AzureAd:ClientId=app;AzureAd:AllowedTenants:0=organizations",
                "'organizations', which is no tenant id"
            },
            {
                $"AzureAd:TenantId={CouncilA};AzureAd:ClientId=app;AzureAd:Instance=http://login.example.gov.uk",
                "Use https"
            },
            { $"AzureAd:TenantId={CouncilA};AzureAd:ClientId=app;AzureAd:Instance=login", "is no address" },
            { "Issuers:0:Authority=https://a.example;Issuers:0:Audience=x", "has no Name" },
            { "Issuers:0:Name=A;Issuers:0:Audience=x", "has no Authority" },
            { "Issuers:0:Name=A;Issuers:0:Authority=https://a.example", "has no Audience" },
            { "Issuers:0:Name=A;Issuers:0:Authority=ftp://a.example;Issuers:0:Audience=x", "is no address" },
            { "Issuers:0:Name=A;Issuers:0:Authority=https://a.example/?x=y;Issuers:0:Audience=x", "is no address" },
            { "Issuers:0:Name=A;Issuers:0:Authority=https://u:p@a.example;Issuers:0:Audience=x", "is no address" },
            { "Issuers:0:Name=A;Issuers:0:Authority=http://10.0.0.1;Issuers:0:Audience=x", "Use https" },
            {
                "Issuers:0:Name=***;Issuers:0:Authority=https://a.example;Issuers:0:Audience=x",
                "must have letters or digits"
            },
            {
                "Issuers:0:Name=A;Issuers:0:Authority=https://a.example;Issuers:0:Audience=x;Issuers:0:ClientSecret=s",
                "no ClientId"
            },
            {
                "Issuers:0:Name=A;Issuers:0:Authority=https://a.example;Issuers:0:Audience=x;"
                    + "Issuers:1:Name=B;Issuers:1:Authority=https://a.example/;Issuers:1:Audience=y",
                "configured twice"
            },
            {
                "SignIn:PublicUrl=https://n.example;"
                    + "Issuers:0:Name=A b;Issuers:0:Authority=https://a.example;Issuers:0:Audience=x;Issuers:0:ClientId=c;Issuers:0:ClientSecret=s;"
                    + "Issuers:1:Name=a-B;Issuers:1:Authority=https://b.example;Issuers:1:Audience=x;Issuers:1:ClientId=c;Issuers:1:ClientSecret=s",
                "/sign-in/a-b"
            },
            { $"AzureAd:TenantId={CouncilA};AzureAd:ClientId=app;AzureAd:ClientSecret=s", "SignIn:PublicUrl must say" },
            { "SignIn:PublicUrl=http://n.example", "Use https" },
            { $"{Office};Issuers:0:MaxAgeMinutes=0", "Give whole minutes, 1 to 43200" },
            { $"{Office};Issuers:0:MaxAgeMinutes=43201", "Give whole minutes, 1 to 43200" },
            { $"{Office};Issuers:0:MaxAgeMinutes=an hour", "Issuers:0:MaxAgeMinutes is 'an hour'" },
            { $"{Office};Issuers:0:RequiredAcr=a\"b", "without quotes" },
            { $"{Office};Issuers:0:RequiredAmr=a b c d e f g h i j k", "at most 10 values" },
            { $"AzureAd:TenantId={CouncilA};AzureAd:ClientId=app;AzureAd:MaxAgeMinutes=-1", "AzureAd:MaxAgeMinutes" },
            { "Issuers:0:Audiences=x", "Issuers:0:Audiences is not known" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_is_refused_in_a_sentence(string settings, string sentence)
    {
        var configuration = Configuration(settings);

        var fault = Assert.Throws<InvalidDataException>(() =>
            SecuritySettings.Read(configuration, isDevelopment: false)
        );

        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_configured_is_no_issuer()
    {
        var settings = SecuritySettings.Read(Configuration(""), isDevelopment: false);

        Assert.Empty(settings.Issuers);
        Assert.Empty(settings.SignIns);
    }

    [Fact]
    public void Each_allowed_tenant_issues_tokens_of_both_versions()
    {
        var (issuers, _) = EntraSettings.Read(
            Configuration(
                $"AzureAd:TenantId=organizations;AzureAd:ClientId=app;AzureAd:AllowedTenants:0={CouncilA};AzureAd:AllowedTenants:1={CouncilB}"
            )
        );

        Assert.Equal(
            [
                $"https://login.microsoftonline.com/{CouncilA}/v2.0",
                $"https://sts.windows.net/{CouncilA}",
                $"https://login.microsoftonline.com/{CouncilB}/v2.0",
                $"https://sts.windows.net/{CouncilB}",
            ],
            issuers.Select(issuer => issuer.Issuer)
        );
        Assert.All(issuers, issuer => Assert.Equal(["api://app", "app"], issuer.Audiences));
        Assert.Equal(issuers[0].IdentityIssuer, issuers[1].IdentityIssuer);
        Assert.Equal(
            $"https://login.microsoftonline.com/{CouncilA}/.well-known/openid-configuration",
            issuers[1].Metadata.AbsoluteUri
        );
    }

    [Fact]
    public void Tenant_that_is_allowed_twice_counts_once() =>
        Assert.Equal(
            2,
            EntraSettings
                .Read(
                    Configuration(
                        $"AzureAd:TenantId={CouncilA};AzureAd:ClientId=app;AzureAd:AllowedTenants:0={CouncilA.ToUpperInvariant()}"
                    )
                )
                .Issuers.Count
        );

    [Theory]
    [InlineData(SecurityLimits.Issuers, false)]
    [InlineData(SecurityLimits.Issuers + 1, true)]
    public void Issuers_are_as_many_as_the_limit_and_no_more(int count, bool isRefused)
    {
        var settings = Configuration(
            string.Join(
                ';',
                Enumerable
                    .Range(0, count)
                    .Select(i =>
                        $"Issuers:{i}:Name=A{i};Issuers:{i}:Authority=https://a{i}.example;Issuers:{i}:Audience=x"
                    )
            )
        );

        Assert.Equal(isRefused, Record.Exception(() => OpenIdSettings.Read(settings)) is InvalidDataException);
    }

    [Theory]
    [InlineData(SecurityLimits.Tenants, false)]
    [InlineData(SecurityLimits.Tenants + 1, true)]
    public void Tenants_are_as_many_as_the_limit_and_no_more(int count, bool isRefused)
    {
        var tenants = Enumerable.Range(0, count).Select(i => $"AzureAd:AllowedTenants:{i}={Guid.CreateVersion7()}");
        var settings = Configuration(
            $"AzureAd:TenantId=organizations;AzureAd:ClientId=app;{string.Join(';', tenants)}"
        );

        Assert.Equal(isRefused, Record.Exception(() => EntraSettings.Read(settings)) is InvalidDataException);
    }

    private static IConfiguration Configuration(string settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .Select(setting => setting.Split('=', 2))
                    .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
            )
            .Build();
}
