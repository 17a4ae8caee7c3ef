using System.Text.Json;

namespace RegionalNetwork.Domain.Tests.Returns;

/// <summary>The table schemas of <c>schema/returns</c>, as the JSON that they are.</summary>
internal static class ReturnSchemas
{
    public static string[] Names =>
        [
            .. Directory
                .GetFiles(Repository.PathOf("schema/returns"), "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal),
        ];

    public static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf($"schema/returns/{name}.json")));
        return document.RootElement.Clone();
    }

    public static IReadOnlyDictionary<string, JsonElement> FieldsOf(JsonElement schema) =>
        schema.GetProperty("fields").EnumerateArray().ToDictionary(field => field.Text("name"));

    /// <summary>What the network adds to a schema or a field: a custom property, which the standard allows.</summary>
    public static JsonElement Network(this JsonElement element) => element.GetProperty("regionalNetwork");

    public static string Text(this JsonElement element, string member) => element.GetProperty(member).GetString()!;

    public static string[] Texts(this JsonElement element, string member) =>
        [.. element.GetProperty(member).EnumerateArray().Select(item => item.GetString()!)];

    public static string[] ItemsOf(this JsonElement filter) => filter.GetProperty("constraints").Texts("enum");
}
