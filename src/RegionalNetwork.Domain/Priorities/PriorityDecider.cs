using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>The rules for priorities, whoever has them. Who may do what is the owner's to say, before it comes here.</summary>
internal static class PriorityDecider
{
    public static Decision<PriorityEvent> Decide(
        PriorityBook book,
        PriorityLevel level,
        Place place,
        PriorityCommand command,
        CommandContext context
    ) =>
        command switch
        {
            DeclarePriority declare => declare.Decide(book, level, context.Actor),
            RevisePriority revise => revise.Decide(book, context.Actor),
            ChangePriorityStatus change => change.Decide(book, context.Actor),
            ChangePriorityAudience change => change.Decide(book, place, context),
            RankPriorities rank => rank.Decide(book),
            _ => throw new ArgumentException($"{command.GetType().Name} has no rule here.", nameof(command)),
        };

    /// <summary>Checks the wording, and gives it back as it is to be kept.</summary>
    public static PriorityDetails Checked(PriorityDetails details, InputCheck input)
    {
        details.Themes.Check(input);
        return details with
        {
            Title = input.Line(details.Title, Limits.TitleCharacters, "title"),
            Rationale = input.OptionalParagraphs(details.Rationale, Limits.TextCharacters, "rationale"),
            Alignment = details.Alignment is { } alignment ? Checked(alignment, input) : null,
        };
    }

    private static PriorityAlignment Checked(PriorityAlignment alignment, InputCheck input)
    {
        input.Id(alignment.To, "alignment", "to");
        return alignment with { Text = input.Line(alignment.Text, Limits.LineCharacters, "alignment", "text") };
    }
}
