using System.Globalization;
using System.Net;
using System.Text.Json;

namespace RegionalNetwork.Server.Tests.Running;

/// <summary>What a request was answered with.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, string Text)
{
    private JsonElement? _body;

    public JsonElement Body => _body ??= JsonElement.Parse(Text);

    /// <summary><c>data</c>, where nothing went wrong.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.False(Body.TryGetProperty("errors", out _), Text);
            return Body.GetProperty("data");
        }
    }

    /// <summary><c>extensions.code</c> of every error.</summary>
    public IReadOnlyList<string?> ErrorCodes =>
        [
            .. Body.GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.TryGetProperty("extensions", out var more) ? more.Text("code") : null),
        ];

    public string OnlyError => Assert.Single(Body.GetProperty("errors").EnumerateArray()).Text("message")!;

    public long Position => long.Parse(Data.At("service.position").GetString()!, CultureInfo.InvariantCulture);
}

internal static class JsonPaths
{
    /// <summary>What stands at a path of names and indexes: <c>council.priorities.0.title</c>.</summary>
    public static JsonElement At(this JsonElement element, string path)
    {
        foreach (var step in path.Split('.'))
        {
            element = int.TryParse(step, CultureInfo.InvariantCulture, out var index)
                ? element[index]
                : element.GetProperty(step);
        }

        return element;
    }

    /// <summary>The text at a path, null where there is none.</summary>
    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    /// <summary>One property of each item of the list at a path.</summary>
    public static string[] Texts(this JsonElement element, string path, string property) =>
        [.. element.At(path).EnumerateArray().Select(item => item.Text(property)!)];
}
