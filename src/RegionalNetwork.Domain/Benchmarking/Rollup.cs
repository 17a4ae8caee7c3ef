using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// An indicator over several reporting units, by paired exclusion: a unit without a usable numerator or denominator is left out
/// of both sums. Never a mean of rates.
/// </summary>
/// <param name="AreaCode">Of the region, part of London or England; null for a set of councils.</param>
/// <param name="Numerator">Sum over the contributors, exact.</param>
/// <param name="Denominator">What the rate divides by, from the contributors' sums, exact; null for a count.</param>
/// <param name="Value">Full precision; null where nobody contributed or the denominator is zero.</param>
/// <param name="Published">The publisher's own figure for the area, if the file has one.</param>
public sealed record Rollup(
    string? AreaCode,
    decimal Numerator,
    decimal? Denominator,
    double? Value,
    Figure? Published,
    Coverage Coverage
)
{
    /// <summary>Of the group that is compared with, over the same contributors; null unless the formula compares groups.</summary>
    public decimal? ReferenceNumerator { get; init; }

    public decimal? ReferenceDenominator { get; init; }

    /// <summary>A contributor has restated or withdrawn since, and the new sum could not be let out.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>Computed minus published. Beyond rounding it means that the publisher counted units that
    /// <see cref="Coverage.Missing"/> lists, or left out some that are here.</summary>
    public double? Difference => Value - Published?.Number;
}

/// <summary>Who a rollup rests on.</summary>
/// <param name="Contributors">Reporting units in the sums; a joint return is one.</param>
/// <param name="Expected">Reporting units that should be.</param>
/// <param name="Missing">The units that are not, in the order of the file.</param>
/// <param name="CountedAsZero">Contributors whose numerator or denominator is <c>low</c>: not zero, but rounds to it.</param>
/// <param name="ShareOfDenominator">The contributors' part, 0 to 1, of the denominators known for expected units, as reported,
/// before the formula; null for counts and where none is known.</param>
/// <param name="DenominatorUnknown">Missing units whose denominator is not known either, so that the share says nothing of them.</param>
public sealed record Coverage(
    int Contributors,
    int Expected,
    IReadOnlyList<MissingUnit> Missing,
    IReadOnlyList<ReportingUnit> CountedAsZero,
    double? ShareOfDenominator,
    int DenominatorUnknown
)
{
    public bool IsComplete => Contributors == Expected;
}
