using RegionalNetwork.Domain.Benchmarking;
using RegionalNetwork.Domain.Methods;

namespace RegionalNetwork.Domain.Comparisons;

/// <summary>Where one value stands among those of a set.</summary>
/// <param name="Rank">From 1, the best; the lowest where neither way is better. Equal values share the best of their places.</param>
/// <param name="Of">How many have a value.</param>
/// <param name="IsTied">Another has the same value.</param>
/// <param name="Quintile">As Fingertips makes them: 1 has the lowest values, 5 the highest. Null for fewer than five.</param>
/// <param name="Band">As the Department for Education makes them: A is best. Null where neither way is better.</param>
public readonly record struct Position(int Rank, int Of, bool IsTied, int? Quintile, QuartileBand? Band)
{
    private const int Quintiles = 5;

    /// <summary>Null where the unit has no value or is not in the set.</summary>
    public static Position? In(BenchmarkColumn column, int unit, SetStatistics set)
    {
        if (column.Statistics.ValueOf(unit) is not { } value || !set.Contains(unit))
        {
            return null;
        }

        var polarity = column.Definition.Polarity;
        var (order, reverse) =
            polarity == Polarity.HigherIsBetter
                ? (RankOrder.HighestFirst, RankOrder.LowestFirst)
                : (RankOrder.LowestFirst, RankOrder.HighestFirst);
        var rank = set.Sample.Rank(value, order);
        return new Position(
            rank,
            set.Count,
            rank + set.Sample.Rank(value, reverse) <= set.Count,
            QuantileGroups.GroupOf(value, set.Sample, Quintiles, RankOrder.LowestFirst),
            set.Bands?.BandOf(value, polarity)
        );
    }

    /// <summary>In the fifth with the lowest or the highest values: a narrative is asked for.</summary>
    public bool IsExtreme => Quintile is 1 or Quintiles;
}
