namespace RegionalNetwork.Domain.Methods;

/// <summary>Which value has rank 1.</summary>
public enum RankOrder
{
    LowestFirst,
    HighestFirst,
}

/// <summary>The values of one indicator over the areas that have one, sorted once: ranks, bands and averages of all areas are
/// then look-ups that allocate nothing. Immutable.</summary>
public sealed class SortedSample
{
    private readonly double[] _ascending;

    /// <param name="values">In any order; areas without a value are not among them.</param>
    /// <exception cref="ArgumentException">One is not a finite number.</exception>
    public SortedSample(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException(
                    "A value that is missing is left out, not passed as no number.",
                    nameof(values)
                );
            }
            sum += value;
        }
        _ascending = values.ToArray();
        Array.Sort(_ascending);
        Mean = values.IsEmpty ? null : sum / values.Length;
    }

    public int Count => _ascending.Length;

    /// <summary>Of the values as they are: each area counts the same, however large. Null where there are none.</summary>
    public double? Mean { get; }

    /// <summary>Null where there are no values.</summary>
    public double? Median => Quantile(0.5);

    /// <summary>
    /// Type 7 of Hyndman and Fan 1996, the default of R and of spreadsheets: linear between the values at positions 0 to n − 1.
    /// Null where there are no values.
    /// </summary>
    /// <param name="probability">From 0, the lowest value, to 1, the highest.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside.</exception>
    public double? Quantile(double probability)
    {
        if (!(probability is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability is from 0 to 1.");
        }
        if (Count == 0)
        {
            return null;
        }
        var position = (Count - 1) * probability;
        var below = (int)position;
        var above = Math.Min(below + 1, Count - 1);
        return _ascending[below] + ((position - below) * (_ascending[above] - _ascending[below]));
    }

    /// <summary>From 1; areas with the same value share the best of their places ("ties = min": 1, 2, 2, 4).</summary>
    /// <exception cref="ArgumentException">The value is not in the sample.</exception>
    public int Rank(double value, RankOrder order)
    {
        var lower = PlacesBefore(value, orEqual: false);
        if (lower == Count || _ascending[lower] != value)
        {
            throw new ArgumentException($"{value} is not in the sample.", nameof(value));
        }
        return order == RankOrder.LowestFirst ? lower + 1 : Count - PlacesBefore(value, orEqual: true) + 1;
    }

    /// <summary>How many values are below this one, or below and equal to it. A binary search of our own, because the library's
    /// finds any of several equal values.</summary>
    private int PlacesBefore(double value, bool orEqual)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ascending[middle] < value || (orEqual && _ascending[middle] == value))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}
