using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Permissions;

namespace RegionalNetwork.Domain.Narratives;

/// <summary>A council explains its own figure. The same again changes nothing; another text takes the place of the one before.</summary>
/// <param name="FigureExists">Read by who sends the command: the indicator has figures of this period.</param>
/// <param name="Audience">To show it beyond the council's own people needs the permission that priorities need.</param>
public sealed record WriteNarrative(
    string Council,
    string Indicator,
    string Period,
    string Text,
    Audience Audience,
    bool FigureExists
) : ICouncilCommand
{
    internal Decision<ICouncilEvent> Decide(NarrativeBook book, CommandContext context)
    {
        var existing = book.Find(Indicator, Period);
        if (!IsPermitted(context.Actor, existing))
        {
            return CommonRefusals.NotPermitted("the council's Principal Social Worker (to publish it, its director)");
        }

        var input = new InputCheck();
        input.Id(Indicator, "indicator");
        input.Id(Period, "period");
        input.Require(FigureExists, FigureNotFound());
        input.Known(Audience, "audience");
        var text = input.Paragraphs(Text, Limits.NarrativeCharacters, "text");
        input.Require(WordsOf(text) <= Limits.NarrativeWords, TooManyWords());
        input.Require(
            existing is not null || book.ByKey.Count < Limits.NarrativesPerCouncil,
            CommonRefusals.TooMany("narratives", Limits.NarrativesPerCouncil)
        );
        if (input.Failed)
        {
            return Decision<ICouncilEvent>.Refused(input.Refusals);
        }

        return existing is not null && existing.Text == text && existing.Audience == Audience
            ? Decision<ICouncilEvent>.Unchanged
            : new NarrativeWritten(Indicator, Period, text, Audience, context.Today, context.Actor.Signature);
    }

    /// <summary>Who sets priorities words it. A text that others see is worded and moved only by who may show it to them; who only
    /// publishes may show a text as it stands.</summary>
    private bool IsPermitted(Actor actor, Narrative? existing)
    {
        var place = Place.Council(Council);
        var isWorded = existing is not null && existing.Text == Text.ReplaceLineEndings("\n").Trim();
        return (isWorded || actor.May(Permission.SetPriorities, place))
            && MayShow(actor, place, existing?.Audience ?? Audience.Owner)
            && MayShow(actor, place, Audience);
    }

    private static bool MayShow(Actor actor, Place place, Audience audience) =>
        actor.May(
            audience switch
            {
                Audience.Public => Permission.Publish,
                Audience.Network => Permission.ShareWithNetwork,
                _ => Permission.SetPriorities,
            },
            place
        ) || (audience == Audience.Owner && actor.May(Permission.ShareWithNetwork, place));

    private static int WordsOf(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static Refusal FigureNotFound() =>
        new("FIGURE_NOT_FOUND", "Give an indicator and a period that there are figures for.", "indicator");

    private static Refusal TooManyWords() =>
        new("TOO_MANY_WORDS", $"Shorten this text to {Limits.NarrativeWords} words or fewer.", "text");
}
