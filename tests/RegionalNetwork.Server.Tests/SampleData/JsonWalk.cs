using System.Text.Json;

namespace RegionalNetwork.Server.Tests.SampleData;

/// <summary>Ways through a JSON document that the tests of the sample files share.</summary>
internal static class JsonWalk
{
    /// <summary>Every object in the document, the outermost first.</summary>
    public static IEnumerable<JsonElement> Objects(this JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            yield return element;
            foreach (var inner in element.EnumerateObject().SelectMany(member => member.Value.Objects()))
            {
                yield return inner;
            }
        }
        else if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var inner in element.EnumerateArray().SelectMany(Objects))
            {
                yield return inner;
            }
        }
    }

    /// <summary>The texts of a member wherever it occurs, whether it holds one text or a list of them.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string member) =>
        element
            .Objects()
            .Where(inner => inner.TryGetProperty(member, out _))
            .Select(inner => inner.GetProperty(member))
            .SelectMany(value => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
            .Where(value => value.ValueKind is JsonValueKind.String)
            .Select(value => value.GetString()!);

    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string member) =>
        element.GetProperty(member).EnumerateArray();

    /// <summary>Every statement of every report, with the identifier of its report.</summary>
    public static IEnumerable<(string Report, JsonElement Statement)> Statements(this JsonElement reports) =>
        from report in reports.Items("reports")
        from statement in report.Items("statements")
        select (report.Text("id")!, statement);
}
