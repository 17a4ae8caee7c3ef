using System.Globalization;
using RegionalNetwork.GraphQL.Language;
using RegionalNetwork.GraphQL.Language.Ast;
using RegionalNetwork.GraphQL.TypeSystem;
using RegionalNetwork.GraphQL.Validation;
using RegionalNetwork.GraphQL.Validation.Merging;

namespace RegionalNetwork.GraphQL.Tests.Validation.Merging;

/// <summary>The fast decision and the comparison in pairs agree on small random documents, valid and invalid ones.</summary>
public sealed class RandomDocumentTests
{
    private const int Documents = 3_000;

    private static readonly Schema Schema = SchemaBuilder.Build(
        """
        interface Node { n: Node x(v: Int): Int y: Int! }
        type Query implements Node { n: Node x(v: Int): Int y: Int! q: Query o: Other }
        type Other implements Node { n: Node x(v: Int): Int y: Int! q: Query o: Other }
        """
    );

    [Fact]
    public void Merging_groups_decides_as_comparing_pairs_does()
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var conflicting = 0;
        for (var i = 0; i < Documents; i++)
        {
            var text = Text(random);
            var context = new ValidationContext(Parser.Parse(text), Schema, ValidationLimits.Request);
            var reader = new SelectionReader(context);
            var found = new MergeCheck(context, reader, new FieldComparison()).Find() is not null;
            var isExplained = IsConflicting(context, new ConflictExplanation(context, reader, new FieldComparison()));
            Assert.True(found == isExplained, $"seed {seed}: {found} by groups, {isExplained} in pairs: {text}");
            conflicting += found ? 1 : 0;
        }

        Assert.InRange(conflicting, Documents / 10, Documents * 9 / 10);
    }

    private static bool IsConflicting(ValidationContext context, ConflictExplanation explanation)
    {
        var subscriptions = new NodeSubscriptions();
        var isConflicting = false;
        subscriptions.Enter<SelectionSetNode>(set =>
            isConflicting |= explanation.Within(set, context.Scope.ParentType).Count > 0
        );
        new DocumentWalker(context, subscriptions).Visit(context.Document);
        return isConflicting;
    }

    /// <summary>Three fragments, each of which spreads only later ones.</summary>
    private static string Text(Random random) =>
        Set(random, 3, 0)
        + string.Concat(
            Enumerable
                .Range(0, 3)
                .Select(n =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $" fragment f{n} on {Type(random)} {Set(random, 2, n + 1)}"
                    )
                )
        );

    private static string Set(Random random, int levels, int firstFragment)
    {
        var selections = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Selection(random, levels, firstFragment));
        return $"{{ {string.Join(' ', selections)} }}";
    }

    private static string Selection(Random random, int levels, int firstFragment) =>
        random.Next(levels == 0 ? 3 : 9) switch
        {
            0 => "x",
            1 => random.Next(3) == 0 ? "x: y" : "y",
            2 => random.Next(6) == 0 ? "x(v: 1)" : "x",
            3 or 4 => $"n {Set(random, levels - 1, firstFragment)}",
            5 => $"{(random.Next(3) == 0 ? "n: " : "")}q {Set(random, levels - 1, firstFragment)}",
            6 => $"... on {Type(random)} {Set(random, levels - 1, firstFragment)}",
            _ => firstFragment < 3 ? $"...f{random.Next(firstFragment, 3)}" : "y",
        };

    private static string Type(Random random) => random.GetItems(["Node", "Query", "Other"], 1)[0];
}
