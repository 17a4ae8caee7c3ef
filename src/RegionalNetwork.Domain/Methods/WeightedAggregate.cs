namespace RegionalNetwork.Domain.Methods;

/// <summary>One council's part in an aggregate. Null is a figure that is missing or suppressed.</summary>
/// <param name="IsCarriedForward">The council sent nothing for this period, and its figures are those of an earlier one.</param>
public readonly record struct Contribution(decimal? Numerator, decimal? Denominator, bool IsCarriedForward);

/// <summary>
/// Sum of numerators over sum of denominators, by paired exclusion: a council without either is left out of both. Reproduces what
/// DfE publishes. For figures that councils send and for estimates; those of a publication are in
/// <see cref="Benchmarking.Rollup"/>, which knows their symbols. Sums are decimal, so that they are exact.
/// </summary>
/// <param name="Value">Numerator ÷ denominator × multiplier; null where the denominator is zero.</param>
/// <param name="Expected">How many were asked for: the contributors and <see cref="LeftOut"/>.</param>
/// <param name="LeftOut">Positions of those without a pair, in order.</param>
/// <param name="CarriedForward">Positions of contributors whose figures are carried forward: never in a total unnamed.</param>
/// <param name="ShareOfDenominator">The contributors' part, 0 to 1, of all denominators that are known; null where none is.</param>
/// <param name="TypicalMean">Mean of the contributors' own rates, the smallest council counting as much as the largest: for the
/// label "typical council", never for a region. Null where nobody has a rate.</param>
/// <param name="TypicalMedian">Median of the same rates.</param>
public sealed record WeightedAggregate(
    decimal Numerator,
    decimal Denominator,
    double? Value,
    int Expected,
    IReadOnlyList<int> LeftOut,
    IReadOnlyList<int> CarriedForward,
    double? ShareOfDenominator,
    double? TypicalMean,
    double? TypicalMedian
)
{
    public int Contributors => Expected - LeftOut.Count;

    /// <param name="multiplier">100 for percentages.</param>
    public static WeightedAggregate Of(ReadOnlySpan<Contribution> contributions, decimal multiplier)
    {
        var (numerators, denominators, denominatorsLeftOut) = (0m, 0m, 0m);
        List<int> leftOut = [];
        List<int> carriedForward = [];
        var rates = new double[contributions.Length];
        var rated = 0;
        for (var index = 0; index < contributions.Length; index++)
        {
            var contribution = contributions[index];
            if (contribution is not { Numerator: { } numerator, Denominator: { } denominator })
            {
                leftOut.Add(index);
                denominatorsLeftOut += contribution.Denominator ?? 0;
                continue;
            }
            numerators += numerator;
            denominators += denominator;
            if (denominator != 0)
            {
                rates[rated++] = (double)(numerator / denominator * multiplier);
            }
            if (contribution.IsCarriedForward)
            {
                carriedForward.Add(index);
            }
        }
        var typical = new SortedSample(rates.AsSpan(0, rated));
        var known = denominators + denominatorsLeftOut;
        return new WeightedAggregate(
            numerators,
            denominators,
            denominators == 0 ? null : (double)(numerators / denominators * multiplier),
            contributions.Length,
            leftOut,
            carriedForward,
            known == 0 ? null : (double)(denominators / known),
            typical.Mean,
            typical.Median
        );
    }
}
