namespace RegionalNetwork.Domain.Methods;

/// <summary>A part of a whole that was counted: audits judged good out of all audits, answers out of all answers.</summary>
public readonly record struct Proportion
{
    /// <param name="count">From 0 to <paramref name="total"/>; need not be whole, since published counts may be weighted.</param>
    /// <param name="total">Above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not a part of the total, or there is nothing to be a part of.</exception>
    public Proportion(double count, double total)
    {
        // Written so that NaN fails too.
        if (!(total > 0 && double.IsFinite(total)))
        {
            throw new ArgumentOutOfRangeException(nameof(total), total, "A proportion needs a total above zero.");
        }
        if (!(count >= 0 && count <= total))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, $"A proportion's count is from 0 to {total}.");
        }
        Count = count;
        Total = total;
    }

    public double Count { get; }

    public double Total { get; }

    /// <summary>From 0 to 1.</summary>
    public double Value => Count / Total;

    /// <summary>Sum of counts over sum of totals, never a mean of proportions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are none.</exception>
    public static Proportion Pooled(ReadOnlySpan<Proportion> parts)
    {
        var (count, total) = (0.0, 0.0);
        foreach (var part in parts)
        {
            count += part.Count;
            total += part.Total;
        }
        return new Proportion(count, total);
    }
}
