using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Checks;

namespace RegionalNetwork.Domain.Returns;

/// <summary>The explanations of a return's figures.</summary>
internal static class Explanations
{
    /// <summary>Those of before, with the new ones added or, where they are about the same figure, in their place.</summary>
    public static ImmutableList<Explanation> Joined(
        IEnumerable<Explanation> before,
        IReadOnlyList<Explanation> added
    ) => [.. before.Where(old => !added.Any(one => one.IsAbout(old))), .. added];

    /// <summary>Those of an earlier entry that are about a figure which is the same still.</summary>
    public static IEnumerable<Explanation> StillTrue(ReturnContent? before, ReturnFigures after) =>
        before?.Explanations.Where(old =>
            after.Find(old.Item, old.Field) is { } figure && figure == before.Figures.Find(old.Item, old.Field)
        )
        ?? [];

    /// <summary>Checks what somebody wrote, and gives it back as it is to be kept.</summary>
    public static IReadOnlyList<Explanation> Checked(
        IReadOnlyList<Explanation> explanations,
        ReturnLayout layout,
        InputCheck input
    )
    {
        if (explanations.Count > Limits.ExplanationsPerReturn)
        {
            input.Add(CommonRefusals.TooMany("explanations", Limits.ExplanationsPerReturn, "explanations"));
            return [];
        }

        for (var i = 0; i < explanations.Count; i++)
        {
            var one = explanations[i];
            input.Require(
                layout.IndexOfField(one.Field) >= 0,
                ReturnRefusals.FieldNotFound("explanations", $"{i}", "field")
            );
            input.Require(
                layout.IndexOfItem(one.Item) >= 0,
                ReturnRefusals.ItemNotFound("explanations", $"{i}", "item")
            );
            input.Require(
                explanations.Take(i).All(other => !other.IsAbout(one)),
                ReturnRefusals.ExplainedTwice("explanations", $"{i}")
            );
        }

        return
        [
            .. explanations.Select(
                (one, i) => one with { Text = Note(input, one.Text, "explanations", $"{i}", "text") }
            ),
        ];
    }

    /// <summary>A text that must be there, and that no spreadsheet would run.</summary>
    public static string Note(InputCheck input, string text, params IReadOnlyList<string> path)
    {
        var note = input.Paragraphs(text, Limits.ReturnNoteCharacters, path);
        input.Require(!CellText.IsFormula(note), ReturnRefusals.Formula(path));
        return note;
    }
}
