using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Adds a priority to a year. The same again, word for word, changes nothing.</summary>
/// <param name="Id">Chosen by the caller; unique within the owner.</param>
/// <param name="Year">Financial year, <c>2022-23</c>.</param>
public sealed record DeclarePriority(string Owner, string Id, string Year, PriorityDetails Details)
    : PriorityCommand(Owner)
{
    internal Decision<PriorityEvent> Decide(PriorityBook book, PriorityLevel level, Actor actor)
    {
        var input = new InputCheck();
        input.Id(Id, "id");
        input.Year(Year, "year");
        var details = PriorityDecider.Checked(Details, input);
        if (input.Failed)
        {
            return Decision<PriorityEvent>.Refused(input.Refusals);
        }

        if (book.Find(Id) is { } taken)
        {
            return taken.Year == Year && taken.Details.SameAs(details)
                ? Decision<PriorityEvent>.Unchanged
                : CommonRefusals.IdTaken(Id);
        }

        if (book.In(Year).Count >= Limits.PrioritiesPerYear)
        {
            return PriorityRefusals.TooManyInYear(Year);
        }

        return book.Count >= Limits.PrioritiesPerOwner
            ? PriorityRefusals.TooMany()
            : new PriorityDeclared(Owner, Id, Year, level, details, FirstAudienceOf(level), actor.Subject);
    }

    /// <summary>A council shows its priority when it chooses to; what a network means to do is its members' from the start.</summary>
    private static Audience FirstAudienceOf(PriorityLevel level) =>
        level switch
        {
            PriorityLevel.Council => Audience.Owner,
            PriorityLevel.Regional => Audience.Network,
            _ => Audience.Public,
        };
}
