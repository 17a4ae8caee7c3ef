using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

public sealed class SchemaConformanceTests
{
    private const string FileName = "schema-cases.jsonl";

    [Fact]
    public void Types_are_checked_as_the_reference_checks_them()
    {
        var cases = ConformanceFiles.Read(FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            var expected = SchemaFaultText.Expected(item.GetProperty("errors"));
            var actual = SchemaFaultText.Actual(Faults(item));
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                faults[item.GetProperty("id").GetString()!] =
                    $"expected\n{string.Join('\n', expected)}\nbut got\n{string.Join('\n', actual)}";
            }
        }

        ConformanceFiles.Judge(FileName, cases.Count, faults);
    }

    private static IReadOnlyList<SchemaFault> Faults(JsonElement item)
    {
        var sources = item.GetProperty("sdl")
            .EnumerateArray()
            .Select(sdl => new Source(sdl.GetString()!, "case"))
            .ToList();
        try
        {
            SchemaBuilder.Build(sources, new Dictionary<string, IScalarCoercion>(StringComparer.Ordinal));
            return [];
        }
        catch (SchemaException error)
        {
            return error.Faults;
        }
    }
}
