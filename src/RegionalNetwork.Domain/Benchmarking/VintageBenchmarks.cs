using System.Collections.Concurrent;
using RegionalNetwork.Domain.Councils;
using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// The indicators of one vintage, computed a column at a time on first use and kept. Safe for any number of readers: two that
/// ask first compute the same column, one of which is kept; afterwards a look-up takes no lock. At most indicators × slices ×
/// periods columns exist, which the limits of a vintage bound.
/// </summary>
public sealed class VintageBenchmarks
{
    private readonly BoundIndicator[] _indicators;
    private readonly Dictionary<string, int> _indicatorByCode;

    // Of a superseded vintage nobody may ever ask.
    private readonly Lazy<VintageGeography> _geography;
    private readonly ConcurrentDictionary<(int Indicator, int Period, int Slice), BenchmarkColumn> _columns = new();

    public VintageBenchmarks(Vintage vintage, IndicatorCatalogue catalogue, CouncilRegister register)
    {
        Vintage = vintage;
        Register = register;
        _geography = new(() => new VintageGeography(vintage, catalogue.Find(vintage.Publication), register));
        Indicators = catalogue.DefinitionsFor(vintage);
        _indicators = [.. Indicators.Select(definition => new BoundIndicator(definition, vintage))];
        _indicatorByCode = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < Indicators.Count; index++)
        {
            _indicatorByCode.TryAdd(Indicators[index].Code, index);
        }
    }

    public Vintage Vintage { get; }

    public CouncilRegister Register { get; }

    public VintageGeography Geography => _geography.Value;

    public IReadOnlyList<IndicatorDefinition> Indicators { get; }

    /// <summary>Index into <see cref="Indicators"/>, or -1.</summary>
    public int FindIndicator(string code) => _indicatorByCode.GetValueOrDefault(code, -1);

    /// <summary>All by index: the indicator into <see cref="Indicators"/>, period and slice into the vintage's.</summary>
    public BenchmarkColumn Column(int indicator, int period, int slice) =>
        _columns.TryGetValue((indicator, period, slice), out var column)
            ? column
            : _columns.GetOrAdd(
                (indicator, period, slice),
                new PublishedColumn(this, _indicators[indicator], period, slice)
            );
}
