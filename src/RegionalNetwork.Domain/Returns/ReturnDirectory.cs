using System.Collections.Immutable;
using RegionalNetwork.Domain.Kernel;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.Returns;

/// <summary>
/// Every return, found by key, council and collection, and every compiled round. Immutable; an event makes anew the path to what
/// it changes and shares the rest, figures always.
/// </summary>
public sealed class ReturnDirectory
{
    private readonly ImmutableDictionary<RoundKey, CollectionBoard> _boards;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>> _compiled;
    private readonly KeyedLists<string, CouncilReturn> _byCouncil;
    private readonly ImmutableDictionary<string, ReturnLayout> _layouts;

    private ReturnDirectory(
        ImmutableDictionary<RoundKey, CollectionBoard> boards,
        ImmutableDictionary<string, ImmutableSortedSet<string>> compiled,
        KeyedLists<string, CouncilReturn> byCouncil,
        ImmutableDictionary<string, ReturnLayout> layouts
    ) => (_boards, _compiled, _byCouncil, _layouts) = (boards, compiled, byCouncil, layouts);

    public static ReturnDirectory Empty { get; } =
        new(
            ImmutableDictionary<RoundKey, CollectionBoard>.Empty,
            ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty,
            new(one => one.Key.Unit.Councils, ByCollectionAndPeriod),
            ImmutableDictionary<string, ReturnLayout>.Empty
        );

    /// <summary>The directory that had these boards and, for each collection, the layout of what was last entered.</summary>
    public static ReturnDirectory Of(IEnumerable<BoardState> boards, IReadOnlyDictionary<string, ReturnLayout> layouts)
    {
        var byKey = boards.ToImmutableDictionary(
            state => new RoundKey(state.Collection, state.Period),
            CollectionBoard.Of
        );
        var compiled = byKey
            .Where(pair => pair.Value.Rounds.Count > 0)
            .GroupBy(pair => pair.Key.Collection, pair => pair.Key.Period)
            .ToImmutableDictionary(group => group.Key, group => group.ToImmutableSortedSet(StringComparer.Ordinal));
        return new ReturnDirectory(
            byKey,
            compiled,
            Empty._byCouncil.WithAll(byKey.Values.SelectMany(board => board.Returns.Values)),
            layouts.ToImmutableDictionary()
        );
    }

    /// <summary>All that is here, one collection and period after the other. In no order.</summary>
    public IEnumerable<BoardState> Boards =>
        _boards.Select(pair => pair.Value.ToState(pair.Key.Collection, pair.Key.Period));

    /// <summary>By collection, the layout of what was last entered.</summary>
    public IReadOnlyDictionary<string, ReturnLayout> Layouts => _layouts;

    /// <summary>Collections and periods of which there is a return. In no order.</summary>
    public IEnumerable<(string Collection, string Period)> Keys =>
        _boards.Keys.Select(key => (key.Collection, key.Period));

    public CouncilReturn? Find(ReturnKey key) =>
        Board(key.Collection, key.Period).Returns.GetValueOrDefault(key.Unit.Key);

    /// <summary>Those of the council alone and those that it sends jointly, by collection, then period.</summary>
    /// <param name="council">Nine-character code.</param>
    public IReadOnlyList<CouncilReturn> OfUnit(string council) => _byCouncil[council];

    /// <summary>All of one collection and period, by key of the unit.</summary>
    public IEnumerable<CouncilReturn> OfCollection(string collection, string period) =>
        Board(collection, period).Returns.Values;

    /// <summary>The return of a council, alone or jointly; null where there is none.</summary>
    public CouncilReturn? FindOf(string council, string collection, string period) =>
        OfUnit(council).FirstOrDefault(one => one.Key.Collection == collection && one.Key.Period == period);

    /// <summary>A return that counts one of the unit's councils too, and is not withdrawn; null where there is none.</summary>
    public CouncilReturn? Overlapping(ReturnKey key) =>
        key
            .Unit.Councils.SelectMany(OfUnit)
            .FirstOrDefault(one =>
                one.Key.Collection == key.Collection
                && one.Key.Period == key.Period
                && one.Key.Unit != key.Unit
                && one.Status != ReturnStatus.Withdrawn
            );

    /// <summary>The return of the same councils, also under their former codes, for the period before; null for none.</summary>
    public CouncilReturn? PriorReturn(ReturnCollection collection, ReturnPeriod period, ReturnUnit unit)
    {
        var before = period.Before(collection).Code;
        return Find(new ReturnKey(collection.Code, before, unit))
            ?? (unit.Before() is { } former ? Find(new ReturnKey(collection.Code, before, former)) : null);
    }

    /// <summary>What was last approved there, and not withdrawn; null for nothing.</summary>
    public ReturnContent? Prior(ReturnCollection collection, ReturnPeriod period, ReturnUnit unit) =>
        PriorReturn(collection, period, unit)?.Vintages.LastOrDefault(vintage => vintage.WithdrawnOn is null)?.Content;

    /// <summary>Codes of the periods that were compiled, the earliest first: of others nobody is told that there are returns.</summary>
    public IReadOnlyList<string> CompiledPeriods(string collection) =>
        _compiled.TryGetValue(collection, out var periods) ? periods : [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<CompiledRound> Rounds(string collection, string period) => Board(collection, period).Rounds;

    /// <summary>What others see; null before the first compile.</summary>
    public CompiledRound? LastRound(string collection, string period) =>
        Board(collection, period).Rounds is { Count: > 0 } rounds ? rounds[^1] : null;

    /// <param name="number">From 1.</param>
    public CompiledRound? FindRound(string collection, string period, int number) =>
        Rounds(collection, period) is var rounds && number >= 1 && number <= rounds.Count ? rounds[number - 1] : null;

    /// <summary>Keys of the units of which a compile on this day would show something else than the last one.</summary>
    public IReadOnlyList<string> Pending(string collection, string period, DateOnly day) =>
        Board(collection, period).Pending(day);

    /// <summary>Whether the hub of a region sent sums that the last compile does not have.</summary>
    public bool HasNewSums(string collection, string period) => Board(collection, period).HasNewSums;

    /// <param name="key">The stream's key.</param>
    public ReturnDirectory Apply(string key, ReturnEvent happened)
    {
        var found = ReturnKey.Find(key);
        var before = found is null ? null : Find(found);
        var collection = (happened as ReturnEntered)?.Collection ?? before?.Key.Collection ?? "";
        var after = ReturnHistory.Apply(before, happened, _layouts.GetValueOrDefault(collection));
        var board = Board(after.Key.Collection, after.Key.Period)
            .With(after, happened is ReturnReleased or ReturnWithdrawn);
        return new ReturnDirectory(
            _boards.SetItem(new RoundKey(after.Key.Collection, after.Key.Period), board),
            _compiled,
            _byCouncil.Replace(before, after),
            happened is ReturnEntered ? _layouts.SetItem(collection, after.Draft!.Content.Figures.Layout) : _layouts
        );
    }

    public ReturnDirectory Apply(RoundEvent happened) =>
        happened switch
        {
            RoundCompiled compiled => Apply(compiled),
            SumsReceived received => With(
                new RoundKey(received.Collection, received.Period),
                Board(received.Collection, received.Period).With(received)
            ),
            _ => throw new ArgumentException($"{happened.GetType().Name} is not known here.", nameof(happened)),
        };

    /// <summary>A round that is here already is not compiled again: a directory that was read back is ahead of what happened.</summary>
    private ReturnDirectory Apply(RoundCompiled compiled)
    {
        var known = Board(compiled.Collection, compiled.Period);
        if (compiled.Number <= known.Rounds.Count)
        {
            return this;
        }

        var board = known.Compile(compiled);
        return new ReturnDirectory(
            _boards.SetItem(new RoundKey(compiled.Collection, compiled.Period), board),
            WithPeriod(compiled),
            _byCouncil,
            _layouts
        );
    }

    private ReturnDirectory With(RoundKey key, CollectionBoard board) =>
        new(_boards.SetItem(key, board), _compiled, _byCouncil, _layouts);

    private CollectionBoard Board(string collection, string period) =>
        _boards.GetValueOrDefault(new RoundKey(collection, period), CollectionBoard.Empty);

    private ImmutableDictionary<string, ImmutableSortedSet<string>> WithPeriod(RoundCompiled compiled) =>
        _compiled.SetItem(
            compiled.Collection,
            (
                _compiled.GetValueOrDefault(compiled.Collection)
                ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal)
            ).Add(compiled.Period)
        );

    private static int ByCollectionAndPeriod(CouncilReturn one, CouncilReturn other)
    {
        var order = string.CompareOrdinal(one.Key.Collection, other.Key.Collection);
        order = order != 0 ? order : string.CompareOrdinal(one.Key.Period, other.Key.Period);
        return order != 0 ? order : string.CompareOrdinal(one.Key.Unit.Key, other.Key.Unit.Key);
    }

    private readonly record struct RoundKey(string Collection, string Period);
}
