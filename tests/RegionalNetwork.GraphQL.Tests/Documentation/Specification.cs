namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>Sections of the September 2025 edition, in its order, as far as they ask something of an engine.</summary>
internal static class Specification
{
    public const string Address = "https://spec.graphql.org/September2025/#";

    public static IReadOnlyList<SpecificationSection> Sections { get; } =
    [
        .. Chapter(
            "2 Language",
            ("Source text", ["sec-Language.Source-Text", "sec-Language.Source-Text.Lexical-Tokens"]),
            ("Document", ["sec-Document", "Document", "sec-Document-Syntax", "sec-Appendix-Grammar-Summary"]),
            (
                "Operations, fragments and variables",
                ["OperationDefinition", "FragmentDefinition", "VariableDefinition"]
            ),
            ("Input values", ["sec-Input-Values", "Value", "sec-String-Value.Block-Strings"]),
            ("Type references", ["sec-Type-References", "Type"])
        ),
        .. Chapter(
            "3 Type system",
            ("Type system documents", ["sec-Type-System", "TypeSystemDefinitionOrExtension", "sec-Type-Extensions"]),
            ("Schema", ["sec-Schema"]),
            (
                "Root operation types",
                ["sec-Root-Operation-Types", "sec-Root-Operation-Types.Default-Root-Operation-Type-Names"]
            ),
            ("Types", ["sec-Types", "IsInputType()"]),
            ("Input and output types", ["sec-Input-and-Output-Types"]),
            ("Scalars", ["sec-Scalars", "sec-Scalars.Built-in-Scalars"]),
            ("Int", ["sec-Int"]),
            ("Float", ["sec-Float"]),
            ("String", ["sec-String"]),
            ("Boolean", ["sec-Boolean"]),
            ("ID", ["sec-ID"]),
            (
                "Objects",
                [
                    "sec-Objects",
                    "sec-Objects.Type-Validation",
                    "FieldDefinition",
                    "sec-Object-Extensions.Type-Validation",
                ]
            ),
            (
                "Interfaces",
                [
                    "sec-Interfaces",
                    "sec-Interfaces.Type-Validation",
                    "IsValidImplementation()",
                    "IsValidImplementationFieldType()",
                ]
            ),
            ("Unions", ["sec-Unions", "sec-Unions.Type-Validation"]),
            ("Enums", ["sec-Enums", "sec-Enums.Type-Validation"]),
            (
                "Input objects",
                ["sec-Input-Objects", "sec-Input-Objects.Circular-References", "InputObjectDefaultValueHasCycle()"]
            ),
            ("OneOf input objects", ["sec-OneOf-Input-Objects"]),
            (
                "Directives",
                ["sec-Type-System.Directives", "sec-Type-System.Directives.Type-Validation", "DirectiveLocation"]
            ),
            ("@skip and @include", ["sec--skip"]),
            ("@deprecated", ["sec--deprecated"])
        ),
        .. Chapter(
            "4 Introspection",
            ("Reserved names", ["sec-Names.Reserved-Names"]),
            ("Type name introspection", ["sec-Type-Name-Introspection"]),
            ("Schema introspection", ["sec-Schema-Introspection"])
        ),
        .. ValidationSections.All.Select(section => new SpecificationSection(
            "5 Validation",
            section.Title,
            section.Anchors,
            null
        )),
        .. Chapter(
            "6 Execution",
            ("Executing requests", ["sec-Executing-Requests", "ExecuteRequest()", "GetOperation()"]),
            ("Coercing variable values", ["sec-Coercing-Variable-Values", "CoerceVariableValues()"]),
            ("Executing operations", ["sec-Executing-Operations"]),
            (
                "Subscription",
                [
                    "sec-Subscription",
                    "CreateSourceEventStream()",
                    "ResolveFieldEventStream()",
                    "MapSourceToResponseEvent()",
                    "ExecuteSubscriptionEvent()",
                ]
            ),
            ("Field collection", ["CollectFields()"]),
            ("Executing fields", ["sec-Executing-Fields", "ExecuteField()"]),
            ("Coercing field arguments", ["sec-Coercing-Field-Arguments", "CoerceArgumentValues()"]),
            ("Value completion", ["sec-Value-Completion", "CompleteValue()", "CoerceResult()", "ResolveAbstractType()"])
        ),
        .. Chapter("7 Response", ("Errors", ["sec-Errors"])),
    ];

    private static IEnumerable<SpecificationSection> Chapter(
        string chapter,
        params IEnumerable<(string Title, string[] Anchors)> sections
    ) => sections.Select(section => new SpecificationSection(chapter, section.Title, section.Anchors, null));
}
