using System.Net;
using System.Text.RegularExpressions;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp;

/// <summary>What a browser gets.</summary>
public sealed partial class GraphiQLTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string BrowserAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task Browser_gets_a_page_that_may_ask_no_other_machine_for_anything()
    {
        using var response = await GetAsync("/graphql", BrowserAccept);

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType?.ToString());
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_names_only_files_that_the_server_has()
    {
        var page = await PageAsync("/graphql");
        var files = Reference().Matches(page).Select(found => found.Groups["file"].Value).ToArray();

        Assert.True(files.Length >= 5, $"{files.Length} files");
        foreach (var file in files)
        {
            using var response = await GetAsync(file, "*/*");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(
                response.Content.Headers.ContentLength,
                (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length
            );
            Assert.Matches("^text/(css|javascript); charset=utf-8$", response.Content.Headers.ContentType?.ToString());
        }
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphiql/page.js")]
    [InlineData("/graphiql/page.css")]
    public async Task Our_own_pages_hold_no_address_of_another_machine(string path) =>
        Assert.DoesNotMatch(@"(https?:)?//[a-z0-9-]+\.[a-z]", await PageAsync(path));

    [Fact]
    public async Task Styles_load_nothing_from_another_machine() =>
        Assert.DoesNotMatch(@"(url\(|@import)\s*['""]?(https?:)?//", await PageAsync("/graphiql/graphiql.css"));

    [Theory]
    [InlineData("/graphiql/no-such-file")]
    [InlineData("/graphiql/..%2Fjournal.db")]
    [InlineData("/graphiql/package.json")]
    public async Task Other_files_are_not_found(string path)
    {
        using var response = await GetAsync(path, "*/*");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Browser_that_follows_a_link_to_a_query_gets_its_answer()
    {
        using var response = await GetAsync("/graphql?query=%7B__typename%7D", BrowserAccept);

        Assert.Equal(
            """{"data":{"__typename":"Query"}}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    private async Task<string> PageAsync(string path)
    {
        using var response = await GetAsync(path, BrowserAccept);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await server.Client.SendRawAsync(request);
    }

    [GeneratedRegex("""(?:src|href)="(?<file>/[^":]+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
