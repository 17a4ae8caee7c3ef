using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Priorities;

/// <summary>
/// All priorities of one owner: both the state that decisions are made on and the view that is read. Immutable; a change copies
/// the list of its year and shares the rest. Reads allocate nothing.
/// </summary>
public sealed class PriorityBook
{
    private readonly ImmutableDictionary<string, Priority> _byId;
    private readonly ImmutableSortedDictionary<string, IReadOnlyList<Priority>> _byYear;

    private PriorityBook(
        ImmutableDictionary<string, Priority> byId,
        ImmutableSortedDictionary<string, IReadOnlyList<Priority>> byYear
    )
    {
        _byId = byId;
        _byYear = byYear;
        Years = [.. byYear.Keys];
        All = [.. byYear.Reverse().SelectMany(year => year.Value)];
    }

    public static PriorityBook Empty { get; } =
        new(
            ImmutableDictionary<string, Priority>.Empty,
            ImmutableSortedDictionary.Create<string, IReadOnlyList<Priority>>(StringComparer.Ordinal)
        );

    public int Count => _byId.Count;

    /// <summary>Every priority: the latest year first, within a year the most important first.</summary>
    public IReadOnlyList<Priority> All { get; }

    /// <summary>The years that have a priority, earliest first.</summary>
    public IReadOnlyList<string> Years { get; }

    /// <summary>The priorities of a year, the most important first; withdrawn ones keep their place.</summary>
    public IReadOnlyList<Priority> In(string year) => _byYear.GetValueOrDefault(year, []);

    public Priority? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The book after an event. An event about a priority that is not here is a bug, and throws.</summary>
    public PriorityBook Apply(PriorityEvent happened) =>
        happened switch
        {
            PriorityDeclared declared => Add(declared),
            PriorityRevised revised => Replace(
                _byId[revised.Id] with
                {
                    Details = revised.Details,
                    WordedBy = revised.By,
                }
            ),
            PriorityAudienceChanged changed => Replace(
                _byId[changed.Id] with
                {
                    Audience = changed.Audience,
                    Since = changed.Since,
                }
            ),
            PriorityStatusChanged changed => Replace(
                _byId[changed.Id] with
                {
                    Status = changed.Status,
                    ApprovedBy = changed.ApprovedBy ?? _byId[changed.Id].ApprovedBy,
                }
            ),
            PrioritiesRanked ranked => Rank(ranked),
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    private PriorityBook Add(PriorityDeclared declared)
    {
        var (owner, id, year, level, details, audience, by) = declared;
        var rank = In(year).Count + 1;
        var priority = new Priority(owner, id, year, level, rank, details, PriorityStatus.Proposed, null)
        {
            Audience = audience,
            WordedBy = by,
        };
        return new PriorityBook(_byId.Add(id, priority), _byYear.SetItem(year, [.. In(year), priority]));
    }

    private PriorityBook Rank(PrioritiesRanked ranked)
    {
        Priority[] inOrder = [.. ranked.Ids.Select((id, index) => Moved(_byId[id], index + 1))];
        return new PriorityBook(
            _byId.SetItems(inOrder.Select(priority => KeyValuePair.Create(priority.Id, priority))),
            _byYear.SetItem(ranked.Year, inOrder)
        );
    }

    private static Priority Moved(Priority priority, int rank) =>
        priority.Rank == rank ? priority : priority with { Rank = rank, Changes = priority.Changes + 1 };

    private PriorityBook Replace(Priority changed)
    {
        var priority = changed with { Changes = changed.Changes + 1 };
        return new PriorityBook(
            _byId.SetItem(priority.Id, priority),
            _byYear.SetItem(
                priority.Year,
                [.. In(priority.Year).Select(other => other.Id == priority.Id ? priority : other)]
            )
        );
    }
}
