using RegionalNetwork.Domain.Kernel;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>Puts the priorities of a year in order.</summary>
/// <param name="Ids">Every priority of the year exactly once, the most important first.</param>
public sealed record RankPriorities(string Owner, string Year, IReadOnlyList<string> Ids) : PriorityCommand(Owner)
{
    internal Decision<PriorityEvent> Decide(PriorityBook book)
    {
        if (!FinancialYear.TryParse(Year, out _))
        {
            return CommonRefusals.InvalidYear("year");
        }

        var current = book.In(Year).Select(priority => priority.Id).ToArray();
        if (Ids.Count != current.Length || !current.ToHashSet().SetEquals(Ids))
        {
            return PriorityRefusals.RankingIncomplete(Year);
        }

        return current.SequenceEqual(Ids) ? Decision<PriorityEvent>.Unchanged : new PrioritiesRanked(Year, [.. Ids]);
    }
}
