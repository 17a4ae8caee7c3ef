using System.Net;
using System.Net.Http.Headers;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Server.Tests.Running;

namespace RegionalNetwork.Server.Tests.Exports;

/// <summary>A file that a server gave out, with what its headers say.</summary>
internal sealed record ExportedFile(HttpStatusCode Status, string Text, HttpResponseMessage Response)
{
    public string? Tag => Response.Headers.ETag?.ToString();

    /// <summary>Rows by heading.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows
    {
        get
        {
            Assert.True(Status == HttpStatusCode.OK, Text);
            var lines = Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToArray();
            return
            [
                .. lines
                    .Skip(1)
                    .Select(line =>
                        lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
                    ),
            ];
        }
    }

    public static Task<ExportedFile> GetAsync(NetworkClient client, string path, Actor? actor, DirectoryInfo? data) =>
        SendAsync(client, HttpMethod.Get, path, TokenOf(actor, data), tag: null);

    public static string? TokenOf(Actor? actor, DirectoryInfo? data) =>
        actor is null ? null : NetworkClient.TokenOf(data!, actor);

    public static async Task<ExportedFile> SendAsync(
        NetworkClient client,
        HttpMethod method,
        string path,
        string? token,
        string? tag
    )
    {
        var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (tag is not null)
        {
            request.Headers.IfNoneMatch.ParseAdd(tag);
        }

        var response = await client.SendRawAsync(request);
        return new ExportedFile(response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>Knows quoted cells, but no line breaks in them.</summary>
    private static string[] Cells(string line)
    {
        var parts = line.Split('"');
        return string.Concat(parts.Select((part, index) => index % 2 == 0 ? part.Replace(',', '\t') : part))
            .Split('\t');
    }
}
