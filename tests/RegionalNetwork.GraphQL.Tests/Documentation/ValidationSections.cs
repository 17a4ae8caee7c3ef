namespace RegionalNetwork.GraphQL.Tests.Documentation;

/// <summary>The sections of chapter 5, one for each thing that a document can have wrong.</summary>
internal static class ValidationSections
{
    public static IReadOnlyList<(string Title, string[] Anchors)> All { get; } =
    [
        ("All rules", ["sec-Validation"]),
        ("Executable definitions", ["sec-Executable-Definitions"]),
        ("Operation type existence", ["sec-Operation-Type-Existence"]),
        ("Operation name uniqueness", ["sec-Operation-Name-Uniqueness"]),
        ("Lone anonymous operation", ["sec-Lone-Anonymous-Operation"]),
        ("Single root field", ["sec-Single-Root-Field", "CollectSubscriptionFields()"]),
        ("Field selections", ["sec-Field-Selections"]),
        ("Field selection merging", ["sec-Field-Selection-Merging", "SameResponseShape()"]),
        ("Leaf field selections", ["sec-Leaf-Field-Selections"]),
        ("Argument names", ["sec-Argument-Names"]),
        ("Argument uniqueness", ["sec-Argument-Uniqueness"]),
        ("Required arguments", ["sec-Required-Arguments"]),
        ("Fragment name uniqueness", ["sec-Fragment-Name-Uniqueness"]),
        ("Fragment spread type existence", ["sec-Fragment-Spread-Type-Existence"]),
        ("Fragments on composite types", ["sec-Fragments-on-Object-Interface-or-Union-Types"]),
        ("Fragments must be used", ["sec-Fragments-Must-Be-Used"]),
        ("Fragment spread target defined", ["sec-Fragment-Spread-Target-Defined"]),
        ("Fragment spreads must not form cycles", ["sec-Fragment-Spreads-Must-Not-Form-Cycles"]),
        ("Fragment spread is possible", ["sec-Fragment-Spread-Is-Possible"]),
        ("Values of correct type", ["sec-Values-of-Correct-Type"]),
        ("Input object field names", ["sec-Input-Object-Field-Names"]),
        ("Input object field uniqueness", ["sec-Input-Object-Field-Uniqueness"]),
        ("Input object required fields", ["sec-Input-Object-Required-Fields"]),
        ("Directives are defined", ["sec-Directives-Are-Defined"]),
        ("Directives are in valid locations", ["sec-Directives-Are-in-Valid-Locations"]),
        ("Directives are unique per location", ["sec-Directives-Are-Unique-per-Location"]),
        ("Variable uniqueness", ["sec-Variable-Uniqueness"]),
        ("Variables are input types", ["sec-Variables-Are-Input-Types"]),
        ("All variable uses defined", ["sec-All-Variable-Uses-Defined"]),
        ("All variables used", ["sec-All-Variables-Used"]),
        (
            "All variable usages are allowed",
            ["sec-All-Variable-Usages-Are-Allowed", "AreTypesCompatible()", "IsNonNullPosition()"]
        ),
    ];
}
