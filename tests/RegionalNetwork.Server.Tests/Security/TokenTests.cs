using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using RegionalNetwork.Server.Security;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Security;

public sealed class TokenTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string WhoAmI = "{ viewer { subject roles council { name } } }";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private SymmetricSecurityKey Key => DevelopmentKey.Of(server.Data);

    public static TheoryData<string> BadHeaders =>
        ["Bearer", "Bearer ", "Bearer not.a.token", "Basic b3BlcmF0b3I6", "operator", "Bearer e30.e30.", "Bearer ...."];

    [Fact]
    public async Task Anonymous_caller_is_nobody_and_reads_what_is_public() =>
        Assert.Equal(
            """{"viewer":null,"council":{"name":"Wolverhampton"}}""",
            await server.Client.ReadAsync("{ viewer { subject } council(code: \"E08000031\") { name } }")
        );

    [Fact]
    public async Task Token_says_who_asks()
    {
        var answer = await server.Client.QueryAsync(WhoAmI, null, As.Psw("E08000031"));

        Assert.Equal(
            """{"viewer":{"subject":"test:psw-E08000031","roles":["PRINCIPAL_SOCIAL_WORKER"],"council":{"name":"Wolverhampton"}}}""",
            answer.Data.GetRawText()
        );
    }

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task Header_that_is_no_token_is_unauthorised(string header) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(header));

    [Fact]
    public async Task Token_must_be_in_force()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token(Key, -Hour, Hour)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(Key, -2 * Hour, -Hour)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(Key, Hour, 2 * Hour)));
    }

    [Fact]
    public async Task Token_must_be_for_this_service_and_from_its_issuer()
    {
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(Token(Key, -Hour, Hour, issuer: "urn:somebody-else", DevelopmentTokens.Audience))
        );
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            await StatusAsync(Token(Key, -Hour, Hour, DevelopmentTokens.Issuer, audience: "urn:another-service"))
        );
    }

    [Fact]
    public async Task Token_must_be_signed_by_the_key_of_this_data_folder()
    {
        var foreign = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token(foreign, -Hour, Hour)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Unsigned(Token(Key, -Hour, Hour))));
    }

    [Fact]
    public async Task Role_and_council_that_are_not_known_grant_nothing()
    {
        var token = Token(
            Key,
            -Hour,
            Hour,
            DevelopmentTokens.Issuer,
            DevelopmentTokens.Audience,
            new()
            {
                ["sub"] = "test:odd",
                ["roles"] = new[] { "Operator", "root" },
                ["council"] = "E99999999",
            }
        );
        var answer = await SendAsync(token, WhoAmI);

        Assert.Equal("""{"viewer":{"subject":"test:odd","roles":[],"council":null}}""", answer.Data.GetRawText());
    }

    [Theory]
    [InlineData("Production", "http://127.0.0.1:0")]
    [InlineData("Staging", "http://127.0.0.1:0")]
    [InlineData("Development", "http://0.0.0.0:0")]
    [InlineData("Development", "http://127.0.0.1:0;http://[::]:0")]
    public async Task Development_token_is_refused_unless_the_host_is_development_on_loopback_alone(
        string environment,
        string urls
    )
    {
        using var data = new TemporaryFolder();
        await using var process = await ServerProcess.StartAsync(
            data.Path,
            ["--urls", urls],
            new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = environment }
        );
        var address = new UriBuilder(process.Address) { Host = "127.0.0.1" }.Uri;
        using var client = new NetworkClient(address, data.Info);

        Assert.Equal(HttpStatusCode.OK, (await client.QueryAsync(WhoAmI)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.QueryAsync(WhoAmI, null, As.Operator)).Status);
    }

    [Fact]
    public async Task Configuration_cannot_open_a_development_host_beyond_the_addresses_of_its_command_line()
    {
        using var data = new TemporaryFolder();
        await using var process = await ServerProcess.StartAsync(
            data.Path,
            ["--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string?>
            {
                ["Kestrel__Endpoints__Open__Url"] = "http://0.0.0.0:0",
                ["ASPNETCORE_URLS"] = "http://0.0.0.0:0",
            }
        );

        Assert.All(
            process.Printed.Where(line => line.Contains("listens on", StringComparison.Ordinal)),
            line => Assert.Contains("listens on http://127.0.0.1:", line, StringComparison.Ordinal)
        );
    }

    private static string Token(SecurityKey key, TimeSpan from, TimeSpan to) =>
        Token(key, from, to, DevelopmentTokens.Issuer, DevelopmentTokens.Audience);

    private static string Token(SecurityKey key, TimeSpan from, TimeSpan to, string issuer, string audience) =>
        Token(key, from, to, issuer, audience, ActorClaims.From(As.Operator));

    /// <param name="from">From now.</param>
    private static string Token(
        SecurityKey key,
        TimeSpan from,
        TimeSpan to,
        string issuer,
        string audience,
        Dictionary<string, object> claims
    )
    {
        var now = DateTime.UtcNow;
        return "Bearer "
            + new JsonWebTokenHandler().CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = issuer,
                    Audience = audience,
                    IssuedAt = now + from,
                    NotBefore = now + from,
                    Expires = now + to,
                    Claims = claims,
                    SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
                }
            );
    }

    /// <summary>The same claims with <c>"alg":"none"</c> and no signature.</summary>
    private static string Unsigned(string token) =>
        $"Bearer {Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{token.Split('.')[1]}.";

    private async Task<HttpStatusCode> StatusAsync(string header) => (await SendAsync(header, WhoAmI)).Status;

    private Task<Answer> SendAsync(string header, string document)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(document)}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.TryAddWithoutValidation("Authorization", header);
        return server.Client.SendAsync(request, As.Anonymous);
    }
}
