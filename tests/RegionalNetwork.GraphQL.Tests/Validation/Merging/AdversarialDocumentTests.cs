using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;
using RegionalNetwork.GraphQL.Validation.Rules;

namespace RegionalNetwork.GraphQL.Tests.Validation.Merging;

/// <summary>
/// Documents that make a validator which compares fields in pairs, or expands fragments, slow. Steps are counted and no clock is
/// read. Each is validated at two sizes: twice the document may take little more than twice the steps.
/// </summary>
public sealed class AdversarialDocumentTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        """
        interface Node { a: Node b: Node value(x: Int): Int }
        type Query implements Node { a: Node b: Node value(x: Int): Int }
        type Other implements Node { a: Node b: Node value(x: Int): Int }
        """
    );

    public static TheoryData<string> Shapes =>
        [
            "the same field",
            "the same object",
            "aliases of one fragment",
            "chain of fragments",
            "doubling fragments",
            "every fragment spreads all later ones",
            "unused chain of fragments",
            "two chains of nested fragments",
            "repeated spreads",
            "nested fields in two object types",
        ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Steps_grow_no_faster_than_the_document(string shape)
    {
        var (small, large) = (Document(shape, 60), Document(shape, 120));
        var (smallSteps, largeSteps) = (Steps(small), Steps(large));
        var growth = (double)large.Length / small.Length;
        TestContext.Current.TestOutputHelper?.WriteLine($"{shape}: {smallSteps} steps, then {largeSteps}");
        Assert.True(smallSteps > 0, "The document was not looked at.");
        Assert.True(largeSteps <= smallSteps * growth * 1.2, $"{smallSteps} steps became {largeSteps}.");
    }

    /// <summary>Each level adds one fragment to the set of the level before, so that the sets add up to a square.</summary>
    [Fact]
    public void Document_that_defeats_the_algorithm_runs_out_of_steps()
    {
        const int Size = 60;
        var document =
            "{ ...f0 } " + Repeat(Size, n => $"fragment f{n} on Node {{ a {{ ...f{(n + 1) % Size} ...f{n} }} }}");
        var steps = Steps(document);
        Assert.Empty(Check(document, steps).Errors);
        var error = Assert.Single(Check(document, steps - 1).Errors);
        Assert.Equal(
            $"The document takes more than {steps - 1} steps to validate. "
                + "Use fewer fragments and fields, or send several smaller requests.",
            error.Message
        );
    }

    [Fact]
    public void Conflicts_too_deep_to_explain_are_errors_all_the_same()
    {
        var chain = Repeat(
            1_000,
            n => $"fragment f{n} on Node {{ ...f{n + 1} }} fragment g{n} on Node {{ ...g{n + 1} }}"
        );
        var context = Check(
            $"{{ a {{ ...f0 ...g0 }} }} {chain} fragment f1000 on Node {{ x: a {{ value }} }} "
                + "fragment g1000 on Node { x: b { value } }",
            Limits.MaxValidationSteps
        );
        var error = Assert.Single(context.Errors);
        Assert.StartsWith("Fields \"x\" conflict because", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_of_ten_thousand_conflicts_stays_short()
    {
        var context = Check(
            $"{{ a {{ {Repeat(100, n => $"x{n}: value")} }} a {{ {Repeat(100, n => $"x{n}: value(x: 1)")} }} }}",
            Limits.MaxValidationSteps
        );
        var error = Assert.Single(context.Errors);
        Assert.Equal(2 * Limits.MaxConflictFields, error.Locations.Count);
        Assert.InRange(
            error.Message.Length,
            Limits.MaxConflictReasonCharacters,
            Limits.MaxConflictReasonCharacters + 200
        );
    }

    private static string Document(string shape, int size) =>
        shape switch
        {
            "the same field" => $"{{ {Repeat(size, _ => "value(x: 1)")} }}",
            "the same object" => $"{{ {Repeat(size, _ => "a { a { value } b { value } }")} }}",
            "aliases of one fragment" => $"{{ {Repeat(size, n => $"x{n}: a {{ ...f }}")} }} "
                + $"fragment f on Node {{ {Repeat(size, n => $"y{n}: value")} }}",
            "chain of fragments" => "{ ...f0 } "
                + Repeat(size, n => $"fragment f{n} on Node {{ x{n}: value ...f{n + 1} }}")
                + $"fragment f{size} on Node {{ value }}",
            "doubling fragments" => "{ ...f0 } "
                + Repeat(size, n => $"fragment f{n} on Node {{ a {{ ...f{n + 1} }} b {{ ...f{n + 1} }} }}")
                + $"fragment f{size} on Node {{ value }}",
            "every fragment spreads all later ones" => $"{{ {Repeat(size, n => $"...f{n}")} }} "
                + Repeat(
                    size,
                    n => $"fragment f{n} on Node {{ value {Repeat(size - n - 1, m => $"...f{n + m + 1}")} }}"
                ),
            "unused chain of fragments" => Repeat(size, n => $"fragment f{n} on Node {{ x{n}: value ...f{n + 1} }}")
                + $"fragment f{size} on Node {{ value }}",
            "two chains of nested fragments" => "{ a { ...f0 } a { ...g0 } } "
                + Repeat(size, n => $"fragment f{n} on Node {{ a {{ ...f{n + 1} }} }}")
                + Repeat(size, n => $"fragment g{n} on Node {{ a {{ ...g{n + 1} }} }}")
                + $"fragment f{size} on Node {{ value }} fragment g{size} on Node {{ value }}",
            "repeated spreads" => $"{{ {Repeat(size, _ => "...f")} }} "
                + $"fragment f on Node {{ {Repeat(size, _ => "a { value ...f }")} }}",
            "nested fields in two object types" => Repeat(size, n => $"query q{n} {{ ...f }} ")
                + "fragment f on Node { ... on Query { a { value } } ... on Other { a { value } } }",
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };

    private static int Steps(string document)
    {
        var context = Check(document, int.MaxValue);
        Assert.Empty(context.Errors);
        return context.StepsSpent;
    }

    private static ValidationContext Check(string document, int maxSteps)
    {
        var limits = ValidationLimits.Request with { MaxValidationSteps = maxSteps };
        var context = new ValidationContext(Parser.Parse(document), Schema, limits);
        var rule = SpecifiedRules.All.Single(rule => rule.Name == nameof(OverlappingFieldsCanBeMerged));
        DocumentValidator.Walk(context, [rule]);
        return context;
    }

    private static string Repeat(int times, Func<int, string> text) =>
        string.Join(' ', Enumerable.Range(0, times).Select(text));
}
