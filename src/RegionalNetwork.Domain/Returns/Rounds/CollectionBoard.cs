using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>All returns of one collection and period, and the rounds that were compiled of them. Immutable.</summary>
/// <param name="Returns">By key of the unit.</param>
/// <param name="Rounds">Oldest first.</param>
/// <param name="Waiting">Keys of units whose next compile may differ: something changed, or an embargo is not over.</param>
/// <param name="Sums">By region, what its hub sent last.</param>
internal sealed record CollectionBoard(
    ImmutableSortedDictionary<string, CouncilReturn> Returns,
    ImmutableList<CompiledRound> Rounds,
    ImmutableSortedSet<string> Waiting,
    ImmutableSortedDictionary<string, RegionSums> Sums
)
{
    private static readonly ImmutableSortedDictionary<string, IncludedReturn> NothingIncluded =
        ImmutableSortedDictionary.Create<string, IncludedReturn>(StringComparer.Ordinal);

    public static CollectionBoard Empty { get; } =
        new(
            ImmutableSortedDictionary.Create<string, CouncilReturn>(StringComparer.Ordinal),
            [],
            ImmutableSortedSet.Create<string>(StringComparer.Ordinal),
            RegionSums.None
        );

    /// <summary>Whether a region's hub sent sums since the last compile.</summary>
    public bool HasNewSums => !ReferenceEquals(Sums, CurrentSums);

    private ImmutableSortedDictionary<string, RegionSums> CurrentSums =>
        Rounds.Count > 0 ? Rounds[^1].Sums : RegionSums.None;

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

    /// <summary>What is here already is not taken again: a board that was read back is ahead of what happened.</summary>
    public CollectionBoard With(SumsReceived received) =>
        Sums.Values.Any(known => known.Number >= received.Number)
            ? this
            : this with
            {
                Sums = Sums.SetItem(received.Region, new RegionSums(received.Region, received.Number, received.Sums)),
            };

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
        )
        {
            Sums = Sums,
        };
        return this with { Rounds = Rounds.Add(round), Waiting = waiting.ToImmutable() };
    }

    public BoardState ToState(string collection, string period)
    {
        var (before, sums) = (NothingIncluded, RegionSums.None);
        var rounds = new RoundChange[Rounds.Count];
        for (var index = 0; index < rounds.Length; index++)
        {
            rounds[index] = ToChange(Rounds[index], before, sums);
            (before, sums) = (Rounds[index].Included, Rounds[index].Sums);
        }

        return new BoardState(collection, period, [.. Returns.Values], rounds, [.. Waiting], Changed(sums, Sums));
    }

    public static CollectionBoard Of(BoardState state)
    {
        var returns = state.Returns.ToImmutableSortedDictionary(
            one => one.Key.Unit.Key,
            one => one,
            StringComparer.Ordinal
        );
        var rounds = ImmutableList.CreateBuilder<CompiledRound>();
        var (included, sums) = (NothingIncluded, RegionSums.None);
        foreach (var round in state.Rounds)
        {
            included = included
                .RemoveRange(round.Left)
                .SetItems(round.Joined.Select(one => KeyValuePair.Create(one.UnitKey, Included(returns, one))));
            sums = With(sums, round.Sums);
            rounds.Add(
                new CompiledRound(state.Collection, state.Period, round.Number, round.At, included) { Sums = sums }
            );
        }

        return new CollectionBoard(
            returns,
            rounds.ToImmutable(),
            state.Waiting.ToImmutableSortedSet(StringComparer.Ordinal),
            With(sums, state.Sums)
        );
    }

    private static RoundChange ToChange(
        CompiledRound round,
        ImmutableSortedDictionary<string, IncludedReturn> before,
        ImmutableSortedDictionary<string, RegionSums> sumsBefore
    ) =>
        new(
            round.Number,
            round.At,
            [
                .. from one in round.Included.Values
                where !ReferenceEquals(before.GetValueOrDefault(one.UnitKey), one)
                select new IncludedState(one.UnitKey, one.Vintage, one.Level, one.ReleasedOn),
            ],
            [.. before.Keys.Where(unit => !round.Included.ContainsKey(unit))],
            Changed(sumsBefore, round.Sums)
        );

    private static RegionSums[] Changed(
        ImmutableSortedDictionary<string, RegionSums> before,
        ImmutableSortedDictionary<string, RegionSums> now
    ) => [.. now.Values.Where(one => !ReferenceEquals(before.GetValueOrDefault(one.Region), one))];

    private static ImmutableSortedDictionary<string, RegionSums> With(
        ImmutableSortedDictionary<string, RegionSums> before,
        IEnumerable<RegionSums> changed
    ) => before.SetItems(changed.Select(one => KeyValuePair.Create(one.Region, one)));

    private static IncludedReturn Included(
        ImmutableSortedDictionary<string, CouncilReturn> returns,
        IncludedState state
    )
    {
        var one = returns[state.UnitKey];
        var figures = one.Vintages[state.Vintage - 1].Content.Figures;
        return new IncludedReturn(
            state.UnitKey,
            one.Key.Unit.Councils,
            state.Vintage,
            figures,
            state.Level,
            state.ReleasedOn
        );
    }

    private bool Differs(string unit, DateOnly day)
    {
        var before = Current.GetValueOrDefault(unit);
        var now = IncludedReturn.Of(Returns[unit], day);
        return before is null ? now is not null : now is null || !now.SameAs(before);
    }
}
