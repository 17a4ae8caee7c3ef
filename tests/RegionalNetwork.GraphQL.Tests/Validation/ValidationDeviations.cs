namespace RegionalNetwork.GraphQL.Tests.Validation;

/// <summary>Validation cases that this engine answers differently on purpose, each with its reason.</summary>
internal static class ValidationDeviations
{
    /// <summary>By id of the case.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal) { };

    /// <summary>By name of the rule: cases that are not run.</summary>
    public static IReadOnlyDictionary<string, string> LeftOutRules { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NoDeprecatedCustomRule"] = "an optional check of graphql-js; the specification allows deprecated fields",
            ["NoSchemaIntrospectionCustomRule"] =
                "an optional check of graphql-js; the specification allows introspection",
        };
}
