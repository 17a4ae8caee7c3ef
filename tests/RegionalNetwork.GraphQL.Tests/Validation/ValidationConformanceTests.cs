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
        var deviating = 0;
        var faults = new List<string>();
        foreach (var item in cases)
        {
            var sdl = item.GetProperty("schemaSDL").GetString()!;
            if (!schemas.TryGetValue(sdl, out var schema))
            {
                schemas[sdl] = schema = SchemaBuilder.Build(sdl);
            }

            var id = item.GetProperty("id").GetString()!;
            var actual = string.Join(
                '\n',
                validate(Parser.Parse(item.GetProperty("query").GetString()!), schema, item).Select(RuleTests.Show)
            );
            var expected = Expected(item, expectedProperty);
            if (actual == expected)
            {
                continue;
            }

            if (ValidationDeviations.Reasons.ContainsKey(id))
            {
                deviating++;
                expected = item.TryGetProperty("v17", out var newer) ? Sort(Expected(newer, expectedProperty)) : actual;
                actual = item.TryGetProperty("v17", out _) ? Sort(actual) : actual;
            }

            if (actual != expected)
            {
                faults.Add($"{id} expected\n{expected}\nbut got\n{actual}");
            }
        }

        Print(
            $"{FileName}, {title}: {cases.Count - deviating - faults.Count} of {cases.Count} passed, "
                + $"{deviating} deviate with a reason."
        );
        Assert.True(faults.Count == 0, $"{faults.Count} cases\n" + string.Join("\n\n", faults));
    }

    /// <summary>graphql-js 17 reports in another order, of which the specification says nothing.</summary>
    private static string Sort(string errors) => string.Join('\n', errors.Split('\n').Order(StringComparer.Ordinal));

    private static string Expected(JsonElement answer, string property) =>
        string.Join('\n', answer.GetProperty(property).EnumerateArray().Select(Show));

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
