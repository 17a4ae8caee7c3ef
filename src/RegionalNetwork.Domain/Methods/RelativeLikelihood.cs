namespace RegionalNetwork.Domain.Methods;

/// <summary>
/// How many times as likely something is for one group as for another, as in the Social Care Workforce Race Equality Standard: 1 is
/// parity. Interval on the logarithm's scale. Source: Katz and others 1978.
/// </summary>
/// <param name="Ratio">Null where it happened to nobody of the comparator: there is nothing to divide by.</param>
/// <param name="LogStandardError">Of the ratio's natural logarithm; null where there is no interval.</param>
/// <param name="Interval">Null where it happened to nobody of a group, or to everybody of both: the logarithm, or its variance, is
/// not there. Such a ratio is not to be compared.</param>
public readonly record struct RelativeLikelihood(double? Ratio, double? LogStandardError, Interval? Interval)
{
    public static RelativeLikelihood Of(Proportion group, Proportion comparator, ConfidenceLevel level)
    {
        if (comparator.Count == 0)
        {
            return default;
        }
        var ratio = group.Value / comparator.Value;
        if (group.Count == 0)
        {
            return new RelativeLikelihood(ratio, null, null);
        }
        var variance = (1 / group.Count) - (1 / group.Total) + (1 / comparator.Count) - (1 / comparator.Total);
        if (!(variance > 0))
        {
            return new RelativeLikelihood(ratio, null, null);
        }
        var standardError = Math.Sqrt(variance);
        var reach = Math.Exp(level.Z() * standardError);
        return new RelativeLikelihood(ratio, standardError, new Interval(ratio / reach, ratio * reach));
    }
}
