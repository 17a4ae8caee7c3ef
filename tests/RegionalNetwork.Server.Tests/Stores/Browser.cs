using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Stores;

/// <summary>
/// A browser in front of a proxy that sends each request to whatever node a test says: it keeps its cookies for all of them.
/// </summary>
internal sealed partial class Browser : IDisposable
{
    private readonly Dictionary<string, string> _cookies = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Begins to sign in at one node and comes back from the issuer to another.</summary>
    public async Task SignInAsync(ServerProcess begin, ServerProcess end)
    {
        using var challenge = await GetAsync(begin, $"/sign-in/{LoopbackIssuer.Path}");
        Assert.Equal(HttpStatusCode.Redirect, challenge.StatusCode);
        using var issuer = await _http.GetAsync(challenge.Headers.Location);
        var back = issuer.Headers.Location!;
        Assert.Equal("network.example.gov.uk", back.Host);
        using var callback = await GetAsync(end, back.PathAndQuery);
        Assert.Equal(HttpStatusCode.Redirect, callback.StatusCode);
        Assert.Contains("__Host-session", _cookies.Keys);
    }

    public async Task<Answer> AskAsync(ServerProcess node, string document)
    {
        using var response = await SendAsync(
            node,
            "/graphql",
            new StringContent(JsonSerializer.Serialize(new { query = document }), Encoding.UTF8, "application/json")
        );
        return new Answer(response.StatusCode, null, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends the form for signing out that one node's page has to another node.</summary>
    public async Task SignOutAsync(ServerProcess page, ServerProcess node)
    {
        using var account = await GetAsync(page, "/account");
        var token = Token().Match(await account.Content.ReadAsStringAsync()).Groups["token"].Value;
        Assert.NotEmpty(token);
        // The cookie stays, as somebody may have kept a copy.
        using var response = await SendAsync(
            node,
            "/sign-out",
            new FormUrlEncodedContent([new("token", WebUtility.HtmlDecode(token))]),
            keepsCookies: false
        );
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    public void Dispose() => _http.Dispose();

    private Task<HttpResponseMessage> GetAsync(ServerProcess node, string path) => SendAsync(node, path, content: null);

    private Task<HttpResponseMessage> SendAsync(ServerProcess node, string path, HttpContent? content) =>
        SendAsync(node, path, content, keepsCookies: true);

    private async Task<HttpResponseMessage> SendAsync(
        ServerProcess node,
        string path,
        HttpContent? content,
        bool keepsCookies
    )
    {
        using var request = new HttpRequestMessage(
            content is null ? HttpMethod.Get : HttpMethod.Post,
            new Uri(node.Address, path)
        )
        {
            Content = content,
        };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (_cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await _http.SendAsync(request);
        if (keepsCookies && response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var parts in cookies.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
            {
                _cookies[parts[0]] = parts[1];
            }
        }

        return response;
    }

    [GeneratedRegex(
        """name="token" value="(?<token>[^"]+)""",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Token();
}
