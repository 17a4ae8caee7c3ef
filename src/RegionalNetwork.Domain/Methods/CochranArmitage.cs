namespace RegionalNetwork.Domain.Methods;

/// <summary>Test for a trend in proportions over ordered groups, such as years: a check on <see cref="Trend"/> that uses the counts
/// themselves. Source: Cochran 1954, Armitage 1955; scores 1, 2, 3 ...</summary>
/// <param name="Z">Above 0 where the proportions increase.</param>
public readonly record struct CochranArmitage(double Z)
{
    /// <summary>On one degree of freedom.</summary>
    public double ChiSquared => Z * Z;

    /// <summary>Null for fewer than two groups, or where all or none of everybody count: there is nothing that varies.</summary>
    /// <param name="groups">In order.</param>
    public static CochranArmitage? Of(ReadOnlySpan<Proportion> groups)
    {
        if (groups.Length < 2)
        {
            return null;
        }
        var pooled = Proportion.Pooled(groups);
        var (distance, scores, squares) = (0.0, 0.0, 0.0);
        for (var index = 0; index < groups.Length; index++)
        {
            var score = index + 1;
            distance += score * (groups[index].Count - (groups[index].Total * pooled.Value));
            scores += score * groups[index].Total;
            squares += score * score * groups[index].Total;
        }
        var variance = pooled.Value * (1 - pooled.Value) * (squares - (scores * scores / pooled.Total));
        return variance > 0 ? new CochranArmitage(distance / Math.Sqrt(variance)) : null;
    }
}
