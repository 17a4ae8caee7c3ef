namespace RegionalNetwork.Server.Tests.Running;

public sealed class PrintedSecretsTests
{
    [Theory]
    [InlineData("a token eyJhbGciOiJIUzI1NiJ9")]
    [InlineData("Authorization: x")]
    [InlineData("sent Bearer abcdefghij")]
    [InlineData("the code abcd-efgh-ijkl-mnop-qrst-uvwx-yz23-4567")]
    [InlineData("Set-Cookie: a=b")]
    [InlineData("client_secret=x")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("somebody@council.example.gov.uk")]
    public void Secret_of_each_kind_is_found(string line) => Assert.Single(PrintedSecrets.In([line]));

    [Theory]
    [InlineData(
        "RegionalNetwork listens on http://127.0.0.1:5080: GraphQL and GraphiQL at http://127.0.0.1:5080/graphql"
    )]
    [InlineData("The field council.name failed; the client was told 019e2f0c1b2d7f3a9c4e5d6f7a8b9c0d.")]
    public void What_a_server_should_print_is_no_secret(string line) => Assert.Empty(PrintedSecrets.In([line]));
}
