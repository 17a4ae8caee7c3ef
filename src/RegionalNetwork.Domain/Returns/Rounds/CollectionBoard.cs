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

    public BoardState ToState(string collection, string period)
    {
        var before = NothingIncluded;
        var rounds = new RoundChange[Rounds.Count];
        for (var index = 0; index < rounds.Length; index++)
        {
            rounds[index] = ToChange(Rounds[index], before);
            before = Rounds[index].Included;
        }

        return new BoardState(collection, period, [.. Returns.Values], rounds, [.. Waiting]);
    }

    public static CollectionBoard Of(BoardState state)
    {
        var returns = state.Returns.ToImmutableSortedDictionary(
            one => one.Key.Unit.Key,
            one => one,
            StringComparer.Ordinal
        );
        var rounds = ImmutableList.CreateBuilder<CompiledRound>();
        var included = NothingIncluded;
        foreach (var round in state.Rounds)
        {
            included = included
                .RemoveRange(round.Left)
                .SetItems(round.Joined.Select(one => KeyValuePair.Create(one.UnitKey, Included(returns, one))));
            rounds.Add(new CompiledRound(state.Collection, state.Period, round.Number, round.At, included));
        }

        return new CollectionBoard(
            returns,
            rounds.ToImmutable(),
            state.Waiting.ToImmutableSortedSet(StringComparer.Ordinal)
        );
    }

    private static RoundChange ToChange(
        CompiledRound round,
        ImmutableSortedDictionary<string, IncludedReturn> before
    ) =>
        new(
            round.Number,
            round.At,
            [
                .. from one in round.Included.Values
                where !ReferenceEquals(before.GetValueOrDefault(one.UnitKey), one)
                select new IncludedState(one.UnitKey, one.Vintage, one.Level, one.ReleasedOn),
            ],
            [.. before.Keys.Where(unit => !round.Included.ContainsKey(unit))]
        );

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
