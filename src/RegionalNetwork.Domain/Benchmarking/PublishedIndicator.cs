using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>An indicator of one vintage of a publication.</summary>
/// <param name="index">Into the indicators of <paramref name="benchmarks"/>.</param>
public sealed class PublishedIndicator(VintageBenchmarks benchmarks, int index)
    : IndicatorSource(benchmarks.Indicators[index])
{
    private static readonly Slice[] OneSlice = [new([])];

    public Vintage Vintage => benchmarks.Vintage;

    public override IReadOnlyList<Period> AllPeriods => Vintage.Periods;

    public override IReadOnlyList<int> PeriodsInOrder => benchmarks.Geography.PeriodsInOrder;

    /// <summary>None where the definition says at which items to read.</summary>
    public override IReadOnlyList<Dimension> Dimensions => Definition.IsPinned ? [] : Vintage.Dimensions;

    public override IReadOnlyList<Slice> Slices => Definition.IsPinned ? OneSlice : Vintage.Slices;

    /// <summary>The indicator in each of the vintages that have it, in their order.</summary>
    public static IReadOnlyList<IndicatorSource> In(IEnumerable<VintageBenchmarks> vintages, string code) =>
        [
            .. vintages
                .Where(vintage => vintage.FindIndicator(code) >= 0)
                .Select(vintage => new PublishedIndicator(vintage, vintage.FindIndicator(code))),
        ];

    public override PeriodUnits UnitsOf(int period) => benchmarks.Geography.UnitsOf(period);

    public override int VintageOf(int period) => Vintage.Number;

    public override BenchmarkColumn Column(int period, int slice) => benchmarks.Column(index, period, slice);
}
