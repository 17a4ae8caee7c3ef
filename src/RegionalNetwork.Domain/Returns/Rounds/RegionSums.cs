using System.Collections.Immutable;

namespace RegionalNetwork.Domain.Returns.Rounds;

/// <summary>
/// What the hub of a region lets out of its own last round: sums over the region's councils. Disclosure control was there, over all
/// that the hub shows, so nothing is added up or hidden again here.
/// </summary>
/// <param name="Region">Nine-character code.</param>
/// <param name="Number">Among all that were received of the collection and period, from 1.</param>
public sealed record RegionSums(string Region, int Number, IReadOnlyList<IndicatorSum> Sums)
{
    /// <summary>By region; none where every council's figures are added up here.</summary>
    public static ImmutableSortedDictionary<string, RegionSums> None { get; } =
        ImmutableSortedDictionary.Create<string, RegionSums>(StringComparer.Ordinal);
}

/// <summary>One indicator, added up over the councils of a region that have all of its parts.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Slice">Row of the collection, in the table's order; 0 for an indicator that stands at certain rows only.</param>
/// <param name="Parts">Numerator, denominator, and those of the group that is compared with: as many as the formula has.</param>
/// <param name="Contributors">Returns in it.</param>
/// <param name="IsSuperseded">One of them was restated or withdrawn since, and the new sum is not let out.</param>
public sealed record IndicatorSum(
    string Indicator,
    int Slice,
    IReadOnlyList<decimal> Parts,
    int Contributors,
    bool IsSuperseded
);
