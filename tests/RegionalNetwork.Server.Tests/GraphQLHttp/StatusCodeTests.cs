using System.Net;
using System.Net.Http.Headers;
using System.Text;
using RegionalNetwork.Server.GraphQLHttp;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.GraphQLHttp;

/// <summary>https://graphql.github.io/graphql-over-http/draft/ against the running server.</summary>
public sealed class StatusCodeTests(RunningServer server) : IClassFixture<RunningServer>
{
    private const string ResponseType = "application/graphql-response+json";
    private const string Json = "application/json";
    private const string Regions = "{ regions { code } }";

    public static TheoryData<string, string> MalformedRequests =>
        new()
        {
            { "", "empty" },
            { "{", "not JSON" },
            { """{"query":"{ __typename }"} trailing""", "not JSON" },
            { "{}", "no query" },
            { """{"query":null}""", "no query" },
            { """{"Query":"{ __typename }"}""", "no query" },
            { """[{"query":"{ __typename }"}]""", "Batches are not supported" },
            { "\"{ __typename }\"", "one JSON object" },
            { """{"query":1}""", "query must be a string" },
            { """{"query":"{ __typename }","operationName":1}""", "operationName must be a string" },
            { """{"query":"{ __typename }","variables":"{}"}""", "variables must be an object" },
            { """{"query":"{ __typename }","variables":[]}""", "variables must be an object" },
            { """{"query":"{ __typename }","extensions":1}""", "extensions must be an object" },
            { """{"query":"{ \ud800 }"}""", "half a surrogate pair" },
        };

    /// <summary>Well-formed requests that are not executed: the status depends on what the client accepts.</summary>
    public static TheoryData<string> RequestErrors =>
        [
            """{"query":"{"}""",
            """{"query":"{ noSuchField }"}""",
            """{"query":"query A { __typename } query B { __typename }"}""",
            """{"query":"{ __typename }","operationName":"Other"}""",
            """{"query":"query($code: String!) { council(code: $code) { name } }"}""",
            """{"query":"query($code: String!) { council(code: $code) { name } }","variables":{"code":1}}""",
            """{"query":"fragment F on Query { __typename }"}""",
        ];

    [Theory]
    [InlineData(ResponseType, ResponseType)]
    [InlineData(Json, Json)]
    [InlineData("*/*", Json)]
    [InlineData("", Json)]
    public async Task Query_is_answered_in_the_form_that_was_asked_for(string accept, string expected)
    {
        var (status, type, body) = await PostAsync("""{"query":"{ __typename }"}""", accept);

        Assert.Equal((HttpStatusCode.OK, $"{expected}; charset=utf-8"), (status, type));
        Assert.Equal("""{"data":{"__typename":"Query"}}""", body);
    }

    [Theory]
    [MemberData(nameof(MalformedRequests))]
    public async Task Malformed_request_is_a_bad_request_in_either_form(string request, string message)
    {
        foreach (var accept in new[] { ResponseType, Json })
        {
            var (status, type, body) = await PostAsync(request, accept);

            Assert.Equal((HttpStatusCode.BadRequest, $"{accept}; charset=utf-8"), (status, type));
            Assert.Contains(message, new Answer(status, type, body).OnlyError, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(RequestErrors))]
    public async Task Request_error_is_a_bad_request_only_where_the_form_can_say_so(string request)
    {
        var (strict, _, body) = await PostAsync(request, ResponseType);
        var (lenient, _, sameBody) = await PostAsync(request, Json);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (strict, lenient));
        Assert.StartsWith("""{"errors":[{"message":""", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", body, StringComparison.Ordinal);
        Assert.Equal(body, sameBody);
    }

    [Theory]
    [InlineData("""{"query":"{ __typename }","note":"§"}""", "§")]
    [InlineData("""{"query":"{ __typename } # §"}""", "§")]
    [InlineData("""{"query":"{ __typename }","operationName":"§"}""", "§")]
    [InlineData(
        """{"query":"query($code: String!) { council(code: $code) { name } }","variables":{"code":"§"}}""",
        "§"
    )]
    [InlineData("""{"query":"query($code: String!) { council(code: $code) { name } }","variables":{"§":"1"}}""", "§")]
    public async Task Bytes_that_are_not_utf_8_are_a_bad_request(string request, string place)
    {
        var parts = request.Split(place);
        byte[] body = [.. Encoding.UTF8.GetBytes(parts[0]), 0xC3, 0x28, .. Encoding.UTF8.GetBytes(parts[1])];

        var (status, _, text) = await PostAsync(body, Json, ResponseType);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("UTF-8", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_a_variable_is_a_bad_request()
    {
        var (status, _, text) = await PostAsync(
            """{"query":"query($code: String!) { council(code: $code) { name } }","variables":{"code":"\ud800"}}""",
            ResponseType
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("surrogate", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_the_name_of_an_input_field_is_a_bad_request()
    {
        var (status, _, _) = await PostAsync(
            """{"query":"query($w: [DimensionItemInput!]!) { benchmark(indicator: \"x\", where: $w) { vintage } }","variables":{"w":[{"\ud800":"x"}]}}""",
            ResponseType
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/graphql")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Body_that_is_not_json_is_an_unsupported_media_type(string? type)
    {
        var (status, _, text) = await PostAsync("""{"query":"{ __typename }"}"""u8.ToArray(), type, ResponseType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        Assert.Contains("application/json", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Answer_in_no_acceptable_form_is_refused(string accept)
    {
        var (status, _, text) = await PostAsync("""{"query":"{ __typename }"}""", accept);

        Assert.Equal(HttpStatusCode.NotAcceptable, status);
        Assert.Contains(ResponseType, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query=%7B__typename%7D", HttpStatusCode.OK)]
    [InlineData("query=query+A%7B__typename%7D+query+B%7B__typename%7D&operationName=B", HttpStatusCode.OK)]
    [InlineData(
        "query=query(%24c:String!)%7Bcouncil(code:%24c)%7Bname%7D%7D&variables=%7B%22c%22:%22336%22%7D",
        HttpStatusCode.OK
    )]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("query=", HttpStatusCode.BadRequest)]
    [InlineData("query=%7B__typename%7D&query=%7B__typename%7D", HttpStatusCode.BadRequest)]
    [InlineData("query=%7B__typename%7D&variables=%5B%5D", HttpStatusCode.BadRequest)]
    [InlineData("query=%7B__typename%7D&variables=%7B", HttpStatusCode.BadRequest)]
    [InlineData("query=%7B", HttpStatusCode.BadRequest)]
    public async Task Get_answers_queries(string parameters, HttpStatusCode expected)
    {
        var answer = await GetAsync(parameters);

        Assert.Equal((expected, $"{ResponseType}; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(expected == HttpStatusCode.OK, answer.Body.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Get_refuses_a_mutation_and_says_what_is_allowed()
    {
        const string mutation =
            "mutation{createWorkstream(input:{commandId:\"1\",code:\"by-get\",title:\"T\",theme:\"T01\",startsOn:\"2020-01-01\"}){position}}";
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(mutation)}");
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            NetworkClient.TokenOf(server.Data, As.AllRoles)
        );
        using var response = await server.Client.SendRawAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", Assert.Single(response.Content.Headers.Allow));
        Assert.Equal(
            """{"workstream":null}""",
            await server.Client.ReadAsync("{ workstream(code: \"by-get\") { code } }")
        );
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_not_allowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");
        using var response = await server.Client.SendRawAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Body_may_be_as_large_as_the_limit_and_no_larger(int bytesOver, HttpStatusCode expected)
    {
        var body = PaddedTo(HttpLimits.GraphQLRequestBytes + bytesOver);

        var (status, _, _) = await PostAsync(body, Json, ResponseType);
        var (chunked, _, _) = await PostAsync(body, Json, ResponseType, isChunked: true);

        Assert.Equal((expected, expected), (status, chunked));
    }

    [Fact]
    public async Task Connection_is_of_use_after_a_body_that_was_too_large()
    {
        var body = PaddedTo(HttpLimits.GraphQLRequestBytes + 1);
        for (var request = 0; request < 3; request++)
        {
            _ = await PostAsync(body, Json, ResponseType, isChunked: true);
            var (status, _, _) = await PostAsync("""{"query":"{ __typename }"}""", ResponseType);
            Assert.Equal(HttpStatusCode.OK, status);
        }

        Assert.DoesNotContain(server.Process.Printed, line => line.Contains("fail:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resolver_error_leaves_the_status_at_ok_and_names_the_path()
    {
        var answer = await server.Client.QueryAsync("{ regions { code } workstreams(first: -1) { totalCount } }");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(["PAGE_SIZE_INVALID"], answer.ErrorCodes);
        Assert.Equal("workstreams", answer.Body.Text("errors.0.path.0"));
    }

    [Fact]
    public async Task Answer_is_the_same_by_get_and_by_post()
    {
        var posted = await server.Client.QueryAsync(Regions);
        var got = await GetAsync($"query={Uri.EscapeDataString(Regions)}");

        Assert.Equal(posted.Text, got.Text);
    }

    private static byte[] PaddedTo(int bytes)
    {
        var request = """{"query":"{ __typename }"}"""u8.ToArray();
        return [.. request, .. Enumerable.Repeat((byte)' ', bytes - request.Length)];
    }

    private async Task<Answer> GetAsync(string parameters)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?{parameters}");
        request.Headers.Accept.ParseAdd(ResponseType);
        return await server.Client.SendAsync(request, As.Anonymous);
    }

    private Task<(HttpStatusCode Status, string? ContentType, string Body)> PostAsync(string body, string accept) =>
        PostAsync(Encoding.UTF8.GetBytes(body), Json, accept);

    private Task<(HttpStatusCode Status, string? ContentType, string Body)> PostAsync(
        byte[] body,
        string? contentType,
        string accept
    ) => PostAsync(body, contentType, accept, isChunked: false);

    private async Task<(HttpStatusCode Status, string? ContentType, string Body)> PostAsync(
        byte[] body,
        string? contentType,
        string accept,
        bool isChunked
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new ByteArrayContent(body),
        };
        if (contentType is not null)
        {
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        }

        if (accept.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        request.Headers.TransferEncodingChunked = isChunked;
        var answer = await server.Client.SendAsync(request, As.Anonymous);
        return (answer.Status, answer.ContentType, answer.Text);
    }
}
