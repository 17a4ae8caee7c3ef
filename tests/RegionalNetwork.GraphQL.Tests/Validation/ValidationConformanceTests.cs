using System.Text.Json;
using RegionalNetwork.GraphQL.Errors;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.Tests.Conformance;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;

namespace RegionalNetwork.GraphQL.Tests.Validation;

/// <summary>The reference implementation's own validation tests: each rule alone, then all rules together.</summary>
public sealed class ValidationConformanceTests
{
    private const string FileName = "validation-cases.jsonl";
    private const string AllRules = "*";

    [Fact]
    public void Each_rule_alone_reports_what_the_reference_reports()
    {
        var cases = ConformanceFiles.Read(FileName);
        var leftOut = cases.Where(IsLeftOut).ToList();
        Print($"{leftOut.Count} cases of {FileName} are left out:");
        foreach (var (rule, reason) in ValidationDeviations.LeftOutRules)
        {
            Print($"  {leftOut.Count(item => RuleOf(item) == rule)} of {rule}: {reason}");
        }

        Judge(
            "rules alone",
            [.. cases.Where(item => RuleOf(item) != AllRules && !IsLeftOut(item))],
            "errors",
            (document, schema, item) => ValidateAlone(document, schema, RuleOf(item))
        );
    }

    [Fact]
    public void All_rules_together_report_what_the_reference_reports() =>
        Judge(
            "rules together",
            ConformanceFiles.Read(FileName),
            "allRulesErrors",
            (document, schema, _) => DocumentValidator.Validate(document, schema, ValidationLimits.Request)
        );

    private static void Judge(
        string title,
        IReadOnlyList<JsonElement> cases,
        string expectedProperty,
        Func<DocumentNode, Schema, JsonElement, IReadOnlyList<GraphQLError>> validate
    )
    {
        var schemas = new Dictionary<string, Schema>(StringComparer.Ordinal);
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in cases)
        {
            var sdl = item.GetProperty("schemaSDL").GetString()!;
            if (!schemas.TryGetValue(sdl, out var schema))
            {
                schemas[sdl] = schema = SchemaBuilder.Build(sdl);
            }

            var actual = validate(Parser.Parse(item.GetProperty("query").GetString()!), schema, item);
            var shown = string.Join('\n', actual.Select(RuleTests.Show));
            var expected = string.Join('\n', item.GetProperty(expectedProperty).EnumerateArray().Select(Show));
            if (shown != expected)
            {
                faults[item.GetProperty("id").GetString()!] = $"expected\n{expected}\nbut got\n{shown}";
            }
        }

        var unexplained = faults.Where(fault => !ValidationDeviations.Reasons.ContainsKey(fault.Key)).ToList();
        Print(
            $"{FileName}, {title}: {cases.Count - faults.Count} of {cases.Count} passed, "
                + $"{faults.Count - unexplained.Count} deviate with a reason."
        );
        Assert.True(
            unexplained.Count == 0,
            $"{unexplained.Count} cases\n"
                + string.Join("\n\n", unexplained.Select(fault => $"{fault.Key} {fault.Value}"))
        );
    }

    private static IReadOnlyList<GraphQLError> ValidateAlone(DocumentNode document, Schema schema, string rule)
    {
        var name = rule.EndsWith("Rule", StringComparison.Ordinal) ? rule[..^"Rule".Length] : rule;
        var context = new ValidationContext(document, schema, ValidationLimits.Request);
        DocumentValidator.Walk(context, [SpecifiedRules.All.Single(candidate => candidate.Name == name)]);
        return context.Errors;
    }

    private static string RuleOf(JsonElement item) => item.GetProperty("rule").GetString()!;

    private static bool IsLeftOut(JsonElement item) => ValidationDeviations.LeftOutRules.ContainsKey(RuleOf(item));

    private static string Show(JsonElement error)
    {
        var locations = error.TryGetProperty("locations", out var at) ? at.EnumerateArray() : default;
        return string.Join(
            ' ',
            locations
                .Select(place => $"{place.GetProperty("line").GetInt32()}:{place.GetProperty("column").GetInt32()}")
                .Append(error.GetProperty("message").GetString())
        );
    }

    private static void Print(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
