using System.Text.Json;
using System.Text.RegularExpressions;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Tests.Conformance;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.TypeSystem.Building;
using RegionalNetwork.GraphQL.TypeSystem.Rules;
using RegionalNetwork.GraphQL.TypeSystem.Rules.Types;

namespace RegionalNetwork.GraphQL.Tests.Differential;

/// <summary>
/// What is wrong with a schema, as far as the reference looks: it stops after the text, then after the document, and only then
/// looks at the types.
/// </summary>
internal static partial class SchemaAnswer
{
    /// <summary>Of the specification, but not in graphql-js 16.</summary>
    private static readonly SchemaRule[] NotInReference =
    [
        ConstantValues.Check,
        InputObjectDefaultCycles.Check,
        DirectiveCycles.Check,
    ];

    public static string Expected(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? Text(SchemaFaultText.Expected(errors)) : "";

    public static string Of(string sdl)
    {
        var faults = new List<SchemaFault>();
        var nodes = SchemaSources.Parse([new Source(sdl, "schema")], faults);
        var definitions = new SchemaDefinitions([], nodes);
        Apply(SchemaRules.Documents, definitions, faults);
        Apply([.. SchemaRules.Types.Except(NotInReference)], definitions, faults);

        return Text(SchemaFaultText.Actual(faults.Where(fault => !IsNotInReference(fault))));
    }

    /// <summary>
    /// The places of a fault in one order: where an extension stands before its definition, this engine keeps the order of the text.
    /// </summary>
    private static string Text(IEnumerable<string> faults) =>
        string.Join(
            '\n',
            faults.Select(fault =>
                Places()
                    .Replace(
                        fault,
                        static places =>
                            $" {string.Join(' ', places.Value.Split(' ').Skip(1).Order(StringComparer.Ordinal))}"
                    )
            )
        );

    [GeneratedRegex("(?: \\d+:\\d+)+$", RegexOptions.None, 1_000)]
    private static partial Regex Places();

    /// <summary>Faults of rules of which the reference has a part; all its other faults are compared.</summary>
    private static bool IsNotInReference(SchemaFault fault) =>
        fault.Message.EndsWith("must not be deprecated.", StringComparison.Ordinal)
        || fault.Message.StartsWith("All root types must be different,", StringComparison.Ordinal);

    private static void Apply(IReadOnlyList<SchemaRule> rules, SchemaDefinitions definitions, List<SchemaFault> faults)
    {
        if (faults.Count > 0)
        {
            return;
        }

        foreach (var rule in rules)
        {
            rule(definitions, faults);
        }
    }
}
