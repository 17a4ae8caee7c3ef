namespace RegionalNetwork.GraphQL.Tests.Conformance;

/// <summary>Conformance cases that this engine answers differently on purpose, each with its reason.</summary>
internal static class Deviations
{
    private const string TypeResolution =
        "The message tells the client about resolveType and isTypeOf, which are the reference's own; path and location agree.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["parser-0068"] =
                "Variables on fragments are no part of the specification, and the reference's option is dropped in 17.",
            ["parser-0131"] =
                "Variables on fragments are no part of the specification, and the reference's option is dropped in 17.",
            ["sdl-0102"] =
                "The source holds an operation and a fragment, which is refused as a whole; their type names are not looked at.",
            ["execution-0029"] = TypeResolution,
            ["execution-0031"] = TypeResolution,
            ["execution-0035"] = TypeResolution,
            ["execution-0039"] = TypeResolution,
        };
}
