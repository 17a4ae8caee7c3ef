using System.Text.Json;
using System.Text.Json.Nodes;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

public sealed class ParserConformanceTests
{
    private const string FileName = "parser-cases.jsonl";

    [Fact]
    public void Parser_gives_the_tree_and_the_errors_of_the_reference()
    {
        var cases = ConformanceFiles.Read(FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            if (Fault(item) is { } fault)
            {
                faults[item.GetProperty("id").GetString()!] = fault;
            }
        }

        ConformanceFiles.Judge(FileName, cases.Count, faults);
    }

    private static string? Fault(JsonElement item)
    {
        var source = new Source(ConformanceFiles.Text(item.GetProperty("source")), Source.RequestName);
        try
        {
            var tree = TreeAsJson.Of(Parse(item.GetProperty("entry").GetString()!, source));
            if (!item.TryGetProperty("ast", out var ast))
            {
                return $"expected {item.GetProperty("error")} but it was accepted";
            }

            var expected = JsonNode.Parse(ast.GetRawText());
            TreeAsJson.AlignLocations(expected, tree);
            return JsonNode.DeepEquals(expected, tree)
                ? null
                : $"expected\n{expected?.ToJsonString()}\nbut got\n{tree.ToJsonString()}";
        }
        catch (SyntaxError error)
        {
            var actual = $"{error.Message} at {error.Location.Line}:{error.Location.Column}";
            if (!item.TryGetProperty("error", out var expected))
            {
                return $"expected a tree but got: {actual}";
            }

            var at = expected.GetProperty("locations")[0];
            var expectedText =
                $"{expected.GetProperty("message")} at {at.GetProperty("line")}:{at.GetProperty("column")}";
            return expectedText == actual ? null : $"expected\n{expectedText}\nbut got\n{actual}";
        }
    }

    private static Node Parse(string entry, Source source) =>
        entry switch
        {
            "document" => Parser.Parse(source, ParserLimits.Request),
            "value" => Parser.ParseValue(source, ParserLimits.Request),
            "constValue" => Parser.ParseConstValue(source, ParserLimits.Request),
            "type" => Parser.ParseType(source, ParserLimits.Request),
            _ => throw new InvalidOperationException($"Unknown entry point {entry}."),
        };
}
