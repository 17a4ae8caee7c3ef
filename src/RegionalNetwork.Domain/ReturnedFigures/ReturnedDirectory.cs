using System.Collections.Immutable;
using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Networks;
using RegionalNetwork.Domain.Returns.Collections;
using RegionalNetwork.Domain.Returns.Rounds;

namespace RegionalNetwork.Domain.ReturnedFigures;

/// <summary>The figures of every compiled round, collection by collection. Immutable; a new directory shares, with all that was
/// computed of them, the rounds that the old one had.</summary>
public sealed class ReturnedDirectory
{
    private readonly ImmutableSortedDictionary<string, CollectionRounds> _collections;
    private readonly KeptColumns _kept;

    /// <exception cref="InvalidOperationException">The catalogue names a row or column that a collection does not have.</exception>
    public ReturnedDirectory(IndicatorCatalogue catalogue, ReturnCollections collections)
        : this(
            collections.All.ToImmutableSortedDictionary(
                collection => collection.Code,
                collection => new CollectionRounds(new CollectionModel(collection, catalogue), []),
                StringComparer.Ordinal
            ),
            new KeptColumns()
        ) { }

    private ReturnedDirectory(ImmutableSortedDictionary<string, CollectionRounds> collections, KeptColumns kept) =>
        (_collections, _kept) = (collections, kept);

    /// <summary>Columns that are kept for whoever asks next with the same rights.</summary>
    public int ColumnsKept => _kept.Count;

    /// <summary>Columns that were made since the program started, because they were not kept.</summary>
    public long ColumnsMade => _kept.Made;

    /// <summary>Takes in a compile.</summary>
    /// <param name="networks">As they are at this moment of the journal.</param>
    public ReturnedDirectory With(CompiledRound round, NetworkDirectory networks) =>
        _collections.TryGetValue(round.Collection, out var rounds)
        && ReturnPeriod.Find(rounds.Model.Collection, round.Period) is { } period
            ? new(_collections.SetItem(round.Collection, rounds.With(round, period, networks)), _kept)
            : this;

    /// <summary>What the last round of a period shows; null before it.</summary>
    public ShownRound? ShownIn(string collection, string period) =>
        _collections.TryGetValue(collection, out var rounds)
        && rounds.Last.Find(round => round.Period.Code == period) is { } last
            ? new ShownRound(last)
            : null;

    /// <summary>Whether the collection has the indicator, the slice, and as many parts.</summary>
    public bool Has(string collection, IndicatorSum sum) =>
        _collections.TryGetValue(collection, out var rounds)
        && rounds.Model.IndexOf(sum.Indicator) is >= 0 and var index
        && rounds.Model.Indicators[index] is var indicator
        && sum.Indicator == indicator.Definition.Code
        && sum.Slice >= 0
        && sum.Slice < indicator.Slices.Count
        && sum.Parts.Count == default(PartSums).Parts(indicator.Definition).Length;

    /// <summary>
    /// Does what the first question about each round would have to wait for. May run beside any number of readers.
    /// </summary>
    public void Prepare(CancellationToken cancellation)
    {
        foreach (var round in _collections.Values.SelectMany(rounds => rounds.Last))
        {
            round.Prepare(cancellation);
        }
    }

    /// <summary>The indicator as the caller may see it; null where no round of its collection was compiled, or there is no such
    /// indicator.</summary>
    public ReturnedIndicator? Find(string code, FigureViewer viewer)
    {
        foreach (var (_, rounds) in _collections)
        {
            if (rounds.Last.Count > 0 && rounds.Model.IndexOf(code) is >= 0 and var index)
            {
                return new ReturnedIndicator(rounds.Model.Indicators[index], index, rounds.Last, viewer, _kept);
            }
        }

        return null;
    }

    /// <summary>All indicators of all collections of which a round was compiled.</summary>
    public IEnumerable<ReturnedIndicator> All(FigureViewer viewer) =>
        from rounds in _collections.Values
        where rounds.Last.Count > 0
        from indicator in Enumerable.Range(0, rounds.Model.Indicators.Count)
        select new ReturnedIndicator(rounds.Model.Indicators[indicator], indicator, rounds.Last, viewer, _kept);

    /// <param name="Last">The last round of each period, earliest first.</param>
    private sealed record CollectionRounds(CollectionModel Model, ImmutableList<RoundFigures> Last)
    {
        public CollectionRounds With(CompiledRound round, ReturnPeriod period, NetworkDirectory networks)
        {
            var place = Last.FindIndex(each => each.Period.Code == period.Code);
            var before = place < 0 ? null : Last[place];
            var earlier = Last.FindLast(each => string.CompareOrdinal(each.Period.Code, period.Code) < 0);
            var figures = new RoundFigures(Model, round, period, networks, before, earlier);
            if (place >= 0)
            {
                return this with { Last = Last.SetItem(place, figures) };
            }

            var next = Last.FindIndex(each => string.CompareOrdinal(each.Period.Code, period.Code) > 0);
            return this with { Last = Last.Insert(next < 0 ? Last.Count : next, figures) };
        }
    }
}
