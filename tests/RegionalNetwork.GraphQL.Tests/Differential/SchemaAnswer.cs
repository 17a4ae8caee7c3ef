using System.Text.Json;
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
internal static class SchemaAnswer
{
    /// <summary>Of the September 2025 edition; graphql-js has them from 17 on.</summary>
    private static readonly SchemaRule[] NotInReference = [ConstantValues.Check, InputObjectDefaultCycles.Check];

    public static string Expected(JsonElement answer) =>
        answer.TryGetProperty("errors", out var errors) ? string.Join('\n', SchemaFaultText.Expected(errors)) : "";

    public static string Of(string sdl)
    {
        var faults = new List<SchemaFault>();
        var nodes = SchemaSources.Parse([new Source(sdl, "schema")], faults);
        var definitions = new SchemaDefinitions([], nodes);
        Apply(SchemaRules.Documents, definitions, faults);
        Apply([.. SchemaRules.Types.Except(NotInReference)], definitions, faults);

        return string.Join('\n', SchemaFaultText.Actual(faults.Where(fault => !IsNotInReference(fault))));
    }

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
