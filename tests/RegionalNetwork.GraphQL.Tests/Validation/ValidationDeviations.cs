namespace RegionalNetwork.GraphQL.Tests.Validation;

/// <summary>Validation cases that this engine answers differently on purpose, each with its reason.</summary>
internal static class ValidationDeviations
{
    private const string OperationTypeExistence =
        "The September 2025 edition has a rule of its own for operations that the schema has no root type for.";

    /// <summary>By id of the case. Where the cases say what graphql-js 17 answers, that is what this engine has to answer.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["validation-0142"] = OperationTypeExistence,
            ["validation-0154"] = OperationTypeExistence,
            ["validation-0350"] =
                "A subscription selects exactly one root field; one whose fragments only spread one another selects none.",
            ["validation-0375"] =
                "Type system definitions are refused whole, so the directives in them are not looked at as well.",
            ["validation-0398"] = OperationTypeExistence,
            ["validation-0401"] = OperationTypeExistence,
        };

    /// <summary>By name of the rule: cases that are not run.</summary>
    public static IReadOnlyDictionary<string, string> LeftOutRules { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NoDeprecatedCustomRule"] = "an optional check of graphql-js; the specification allows deprecated fields",
            ["NoSchemaIntrospectionCustomRule"] =
                "an optional check of graphql-js; the specification allows introspection",
        };
}
