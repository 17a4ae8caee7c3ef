using System.Text.Json;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.Rules;

namespace RegionalNetwork.GraphQL.Tests.Conformance;

public sealed class SdlConformanceTests
{
    private const string FileName = "sdl-cases.jsonl";
    private const string RuleSuffix = "Rule";

    [Fact]
    public void Each_rule_alone_finds_what_the_reference_finds() =>
        Run("errors", item => [RuleNamed(item.GetProperty("rule").GetString()!)]);

    [Fact]
    public void All_rules_together_find_what_the_reference_finds() => Run("allRulesErrors", _ => SchemaRules.Documents);

    private static void Run(string expectedIn, Func<JsonElement, IReadOnlyList<SchemaRule>> rules)
    {
        var cases = ConformanceFiles.Read(FileName);
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            var expected = SchemaFaultText.Expected(item.GetProperty(expectedIn));
            var actual = SchemaFaultText.Actual(Check(item, rules(item)));
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                faults[item.GetProperty("id").GetString()!] =
                    $"expected\n{string.Join('\n', expected)}\nbut got\n{string.Join('\n', actual)}";
            }
        }

        ConformanceFiles.Judge(FileName, cases.Count, faults);
    }

    private static List<SchemaFault> Check(JsonElement item, IReadOnlyList<SchemaRule> rules)
    {
        var definitions = new SchemaDefinitions(Parse(item.GetProperty("schemaSDL")), Parse(item.GetProperty("sdl")));
        var faults = new List<SchemaFault>();
        foreach (var rule in rules)
        {
            rule(definitions, faults);
        }

        return faults;
    }

    private static List<TypeSystemNode> Parse(JsonElement sdl) =>
        sdl.ValueKind == JsonValueKind.Null
            ? []
            :
            [
                .. Parser
                    .Parse(new Source(sdl.GetString()!, "case"), ParserLimits.Schema)
                    .Definitions.OfType<TypeSystemNode>(),
            ];

    private static SchemaRule RuleNamed(string name) =>
        SchemaRules.Documents.Single(rule => rule.Method.DeclaringType!.Name + RuleSuffix == name);
}
