using System.Collections.Immutable;
using RegionalNetwork.Domain.Returns.Collections;

namespace RegionalNetwork.Domain.Returns;

/// <summary>Folds a return's events into what it is. An event that cannot follow is a bug, and throws.</summary>
internal static class ReturnHistory
{
    /// <param name="known">A layout to share where the names are the same.</param>
    public static CouncilReturn Apply(CouncilReturn? before, ReturnEvent happened, ReturnLayout? known) =>
        happened is ReturnEntered entered
            ? Entered(before, entered, known)
            : ApplyTo(
                before ?? throw new ArgumentException($"{happened.GetType().Name} before entry.", nameof(happened)),
                happened
            );

    private static CouncilReturn Entered(CouncilReturn? before, ReturnEntered entered, ReturnLayout? known)
    {
        var content = new ReturnContent(
            ReturnFigures.Of(entered.Fields, entered.Rows, known),
            entered.Version,
            entered.Warnings,
            [.. entered.Explanations],
            entered.Reason,
            entered.By,
            entered.At
        );
        var one = before ?? Begun(entered);
        return one with
        {
            Entries = one.Entries + 1,
            Draft = new ReturnDraft(one.Entries + 1, content, null, null, null),
            ChangedAt = entered.At,
        };
    }

    private static CouncilReturn Begun(ReturnEntered entered)
    {
        var unit = ReturnUnit.OfCodes(entered.Councils);
        var key = new ReturnKey(entered.Collection, entered.Period, unit);
        return new CouncilReturn(key, entered.Scope, 0, null, [], [], entered.At);
    }

    private static CouncilReturn ApplyTo(CouncilReturn one, ReturnEvent happened) =>
        happened switch
        {
            ReturnSubmitted submitted => one with
            {
                Draft = Submitted(one.Draft!, submitted),
                ChangedAt = submitted.At,
            },
            ReturnSentBack back => one with
            {
                Draft = one.Draft! with { SubmittedBy = null, SubmittedAt = null, SentBackFor = back.Reason },
                ChangedAt = back.At,
            },
            ReturnApproved approved => Approved(one, approved),
            ReturnReleased released => one with { Vintages = Released(one.Vintages, released) },
            ReturnWithdrawn withdrawn => one with
            {
                Vintages = one.Vintages.ConvertAll(vintage =>
                    vintage.WithdrawnOn is null
                        ? vintage with
                        {
                            WithdrawnFor = withdrawn.Reason,
                            WithdrawnOn = withdrawn.On,
                        }
                        : vintage
                ),
            },
            QuestionAsked asked => one with { Questions = one.Questions.Add(Asked(asked)) },
            QuestionAnswered answered => one with { Questions = Answered(one.Questions, answered) },
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private static ReturnDraft Submitted(ReturnDraft draft, ReturnSubmitted submitted) =>
        draft with
        {
            Content = draft.Content with
            {
                Explanations = Explanations.Joined(draft.Content.Explanations, submitted.Explanations),
            },
            SubmittedBy = submitted.By,
            SubmittedAt = submitted.At,
            SentBackFor = null,
        };

    private static CouncilReturn Approved(CouncilReturn one, ReturnApproved approved)
    {
        var draft = one.Draft!;
        var vintage = new ReturnVintage(
            approved.Vintage,
            draft.Content,
            draft.SubmittedBy!,
            approved.By,
            approved.At,
            [],
            null,
            null
        );
        return one with { Draft = null, Vintages = one.Vintages.Add(vintage), ChangedAt = approved.At };
    }

    private static ImmutableList<ReturnVintage> Released(ImmutableList<ReturnVintage> vintages, ReturnReleased released)
    {
        var vintage = vintages[released.Vintage - 1];
        var release = new VintageRelease(released.Level, released.EmbargoUntil, released.On);
        return vintages.SetItem(released.Vintage - 1, vintage with { Releases = vintage.Releases.Add(release) });
    }

    private static ReturnQuestion Asked(QuestionAsked asked) =>
        new(asked.Number, asked.Network, asked.Field, asked.Item, asked.Text, asked.By, asked.At, null);

    private static ImmutableList<ReturnQuestion> Answered(
        ImmutableList<ReturnQuestion> questions,
        QuestionAnswered answered
    ) =>
        questions.SetItem(
            answered.Number - 1,
            questions[answered.Number - 1] with
            {
                Answer = new ReturnAnswer(answered.Text, answered.By, answered.At),
            }
        );
}
