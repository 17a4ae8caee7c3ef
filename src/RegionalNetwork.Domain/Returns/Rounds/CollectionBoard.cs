using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>All returns of one collection and period, and the rounds that were compiled of them. Immutable.</summary>
/// <param name="Returns">By key of the unit.</param>
/// <param name="Rounds">Oldest first.</param>
/// <param name="Waiting">Keys of units whose next compile may differ: something changed, or an embargo is not over.</param>
internal sealed record CollectionBoard(
    ImmutableSortedDictionary<string, CouncilReturn> Returns,
    ImmutableList<CompiledRound> Rounds,
    ImmutableSortedSet<string> Waiting
)
{
    private static readonly ImmutableSortedDictionary<string, IncludedReturn> NothingIncluded =
        ImmutableSortedDictionary.Create<string, IncludedReturn>(StringComparer.Ordinal);

    public static CollectionBoard Empty { get; } =
        new(
            ImmutableSortedDictionary.Create<string, CouncilReturn>(StringComparer.Ordinal),
            [],
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal)
        );

    private ImmutableSortedDictionary<string, IncludedReturn> Current =>
        Rounds.Count > 0 ? Rounds[^1].Included : NothingIncluded;

    /// <param name="isSeen">Whether what happened can change what others see.</param>
    public CollectionBoard With(CouncilReturn one, bool isSeen) =>
        this with
        {
            Returns = Returns.SetItem(one.Key.Unit.Key, one),
            Waiting = isSeen ? Waiting.Add(one.Key.Unit.Key) : Waiting,
        };

    /// <summary>The units of which a compile on this day would show something else than the last one.</summary>
    public IReadOnlyList<string> Pending(DateOnly day) => [.. Waiting.Where(unit => Differs(unit, day))];

    public CollectionBoard Compile(RoundCompiled compiled)
    {
        var day = DateOnly.FromDateTime(compiled.At.UtcDateTime);
        var (included, waiting) = (Current.ToBuilder(), Waiting.ToBuilder());
        foreach (var unit in Waiting)
        {
            var one = Returns[unit];
            if (IncludedReturn.Of(one, day) is { } now)
            {
                included[unit] = now;
            }
            else
            {
                included.Remove(unit);
            }

            if (!one.Vintages.Any(vintage => vintage.Releases.Any(release => !release.IsOpenOn(day))))
            {
                waiting.Remove(unit);
            }
        }

        var round = new CompiledRound(
            compiled.Collection,
            compiled.Period,
            compiled.Number,
            compiled.At,
            included.ToImmutable()
        );
        return this with { Rounds = Rounds.Add(round), Waiting = waiting.ToImmutable() };
    }

    private bool Differs(string unit, DateOnly day)
    {
        var before = Current.GetValueOrDefault(unit);
        var now = IncludedReturn.Of(Returns[unit], day);
        return before is null ? now is not null : now is null || !now.SameAs(before);
    }
}
