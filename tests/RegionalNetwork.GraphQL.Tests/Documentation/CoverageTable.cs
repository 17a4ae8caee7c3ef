using System.Text.RegularExpressions;

namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>
/// Sections of the specification, the source files that name them and the tests of those. A source file says itself which
/// sections it implements, by their address; <see cref="Specification"/> gives the order and the titles.
/// </summary>
internal static partial class CoverageTable
{
    /// <summary>Tests of files without a test class of their own name: the first that a path begins with counts.</summary>
    private static readonly (string Source, string Test)[] SharedTests =
    [
        ("Language/Lexer", "Language/LexerTests.cs"),
        ("Language/Token", "Language/LexerTests.cs"),
        ("Language/BlockString", "Language/LexerTests.cs"),
        ("Language/", "Language/ParserTests.cs"),
        ("Errors/GraphQLError", "Execution/NullPropagationTests.cs"),
        ("TypeSystem/Rules/", "TypeSystem/Rules/SchemaRulesTests.cs"),
        ("TypeSystem/Scalars/", "TypeSystem/Scalars/BuiltInCoercionsTests.cs"),
        ("TypeSystem/IScalarCoercion", "TypeSystem/Scalars/BuiltInCoercionsTests.cs"),
        ("TypeSystem/", "TypeSystem/SchemaBuilderTests.cs"),
        ("Validation/Merging/", "Validation/Rules/OverlappingFieldsCanBeMergedTests.cs"),
        ("Validation/", "Validation/DocumentValidatorTests.cs"),
        ("Binding/IntrospectionResolvers", "Conformance/ExecutionConformanceTests.cs"),
        ("Binding/Outputs/DoubleFormat", "Binding/DoubleFormatTests.cs"),
        ("Binding/Outputs/", "Execution/ResolverTests.cs"),
        ("Execution/Inputs/", "Execution/VariableTests.cs"),
        ("Execution/Compilation/", "Execution/SelectionTests.cs"),
        ("Execution/Plans/AbstractWriter", "Execution/SelectionTests.cs"),
        ("Execution/Plans/", "Execution/NullPropagationTests.cs"),
        ("Execution/ErrorWriter", "Execution/NullPropagationTests.cs"),
        ("Execution/Subscriptions/", "Execution/SubscriptionTests.cs"),
        ("Execution/OperationRunner", "Execution/MutationTests.cs"),
        ("Execution/", "Execution/ResolverTests.cs"),
    ];

    public static IEnumerable<string> Lines()
    {
        var sources = SourcesByAnchor();
        return Specification
            .Sections.GroupBy(section => section.Chapter)
            .SelectMany(chapter => Chapter(chapter, sources));
    }

    /// <summary>Addresses in the sources that no section of <see cref="Specification"/> has.</summary>
    public static IEnumerable<string> UnknownAnchors() =>
        SourcesByAnchor()
            .Where(anchor => !Specification.Sections.Any(section => section.Anchors.Contains(anchor.Key)))
            .Select(anchor => $"{anchor.Key} in {string.Join(", ", anchor)}");

    /// <summary>Files named in this table that are not there.</summary>
    public static IEnumerable<string> MissingTests() =>
        SharedTests.Select(shared => shared.Test).Distinct().Where(test => !EngineFiles.TestExists(test));

    /// <summary>Sections without a source file and without a reason, and sections with both.</summary>
    public static IEnumerable<string> Unanswered()
    {
        var sources = SourcesByAnchor();
        return Specification
            .Sections.Where(section => section.Instead is null != section.Anchors.Any(sources.Contains))
            .Select(section => section.Title);
    }

    private static IEnumerable<string> Chapter(
        IGrouping<string, SpecificationSection> chapter,
        ILookup<string, string> sources
    )
    {
        string[] head = [$"**{chapter.Key}**", "", "| Section | Source | Tests |", "|---|---|---|"];
        return head.Concat(chapter.Select(section => Row(section, sources))).Append("");
    }

    private static string Row(SpecificationSection section, ILookup<string, string> sources)
    {
        string[] files = [.. section.Anchors.SelectMany(anchor => sources[anchor]).Distinct()];
        var tests = files.Select(TestOf).Distinct().Select(EngineFiles.TestLink);
        return $"| [{section.Title}]({Specification.Address}{section.Anchors[0]}) "
            + $"| {section.Instead ?? string.Join(", ", files.Select(EngineFiles.SourceLink))} "
            + $"| {string.Join(", ", tests)} |";
    }

    private static string TestOf(string source)
    {
        var own = source.Replace(".cs", "Tests.cs", StringComparison.Ordinal);
        return EngineFiles.TestExists(own)
            ? own
            : SharedTests.First(shared => source.StartsWith(shared.Source, StringComparison.Ordinal)).Test;
    }

    /// <summary>A rule comes before what only refers to the section.</summary>
    private static ILookup<string, string> SourcesByAnchor() =>
        EngineFiles
            .Sources()
            .SelectMany(source =>
                Addresses().Matches(source.Text).Select(match => (match.Groups["anchor"].Value, source.Path))
            )
            .Distinct()
            .OrderByDescending(found => found.Path.Contains("/Rules/", StringComparison.Ordinal))
            .ThenBy(found => found.Path, StringComparer.Ordinal)
            .ToLookup(found => found.Value, found => found.Path);

    /// <summary>The full stop or comma that ends a sentence is no part of the address.</summary>
    [GeneratedRegex(
        @"https://spec\.graphql\.org/September2025/#(?<anchor>[\w.\-]*[\w\-](\(\))?)",
        RegexOptions.ExplicitCapture,
        5_000
    )]
    private static partial Regex Addresses();
}
