using System.Text.Json;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>Arguments in one form for comparison: the order of their members does not count.</summary>
internal static class ArgumentText
{
    public static string Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => $"{{{string.Join(',', Members(value))}}}",
            JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Of))}]",
            _ => ResponseText.Normalise(value),
        };

    private static IEnumerable<string> Members(JsonElement value) =>
        value
            .EnumerateObject()
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select(member => $"{member.Name}:{Of(member.Value)}");
}
