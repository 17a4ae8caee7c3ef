using System.Text.Json;
using RegionalNetwork.GraphQL.TypeSystem.BuiltIn;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>
/// A response in one form for comparison: data in order, errors as a set. Of what every schema has built in only the names
/// count: the specification leaves the descriptions free, and the reference lists proposals that it does not contain.
/// </summary>
internal static class ResponseText
{
    public static string Of(JsonElement response)
    {
        var data = response.TryGetProperty("data", out var value) ? Normalise(value) : "none";
        var errors = response.TryGetProperty("errors", out var list) ? list.EnumerateArray().Select(Error) : [];
        return $"data {data}\n{string.Join('\n', errors.Order(StringComparer.Ordinal))}";
    }

    /// <summary>Numbers and text apart from how they are written.</summary>
    public static string Normalise(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when IsBuiltIn(value) => value.GetProperty("name").GetString()!,
            JsonValueKind.Object =>
                $"{{{string.Join(',', value.EnumerateObject().Select(member => $"{member.Name}:{Normalise(member.Value)}"))}}}",
            JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Normalise))}]",
            JsonValueKind.Number => value.GetDouble().ToString("R"),
            JsonValueKind.String => $"\"{value.GetString()}\"",
            _ => value.GetRawText(),
        };

    private static bool IsBuiltIn(JsonElement value) =>
        value.TryGetProperty("name", out var text)
        && text.ValueKind == JsonValueKind.String
        && text.GetString()! is var name
        && (BuiltInNames.IsReserved(name) || BuiltInNames.IsScalar(name) || BuiltInNames.IsDirective(name));

    private static string Error(JsonElement error)
    {
        var locations = error.TryGetProperty("locations", out var at) ? Normalise(at) : "";
        var path = error.TryGetProperty("path", out var steps) ? Normalise(steps) : "";
        return $"{error.GetProperty("message").GetString()} {locations} {path}";
    }
}
