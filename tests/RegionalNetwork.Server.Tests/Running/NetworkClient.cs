using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Security;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>A client of one server.</summary>
/// <param name="data">The server's data folder: its development key signs the tokens.</param>
internal sealed class NetworkClient(Uri address, DirectoryInfo data) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public static string TokenOf(DirectoryInfo data, Actor actor) =>
        DevelopmentTokens.Issue(DevelopmentKey.Of(data), actor, TimeProvider.System);

    public Task<Answer> QueryAsync(string document) => QueryAsync(document, null, As.Anonymous);

    public Task<Answer> QueryAsync(string document, object? variables, Actor? actor) =>
        PostJsonAsync(JsonSerializer.Serialize(new { query = document, variables }), actor);

    public Task<Answer> PostJsonAsync(string json, Actor? actor)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        return SendAsync(request, actor);
    }

    /// <summary>The answer to a query that must not go wrong, as it came.</summary>
    public Task<string> ReadAsync(string document) => ReadAsync(document, As.Anonymous);

    public async Task<string> ReadAsync(string document, Actor? actor) =>
        (await QueryAsync(document, null, actor)).Data.GetRawText();

    public Task<Answer> UploadAsync(Actor? actor, string name, byte[] content) =>
        UploadAsync(actor, name, content, metadata: null, publication: null);

    public async Task<Answer> UploadAsync(
        Actor? actor,
        string name,
        byte[] content,
        byte[]? metadata,
        string? publication
    )
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "data", name } };
        if (metadata is not null)
        {
            form.Add(new ByteArrayContent(metadata), "metadata", Path.ChangeExtension(name, ".meta.csv"));
        }

        if (publication is not null)
        {
            form.Add(new StringContent(publication), "publication");
        }

        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, "/imports") { Content = form }, actor);
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, Actor? actor)
    {
        if (actor is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(data, actor));
        }

        using (request)
        {
            using var response = await _http.SendAsync(request);
            return new Answer(
                response.StatusCode,
                response.Content.Headers.ContentType?.ToString(),
                await response.Content.ReadAsStringAsync()
            );
        }
    }

    /// <summary>For headers and bodies that the other members hide.</summary>
    public Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request) => _http.SendAsync(request);

    /// <summary>Reads no further than the head of the answer.</summary>
    public Task<HttpResponseMessage> StreamAsync(HttpRequestMessage request) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    public void Dispose() => _http.Dispose();
}
