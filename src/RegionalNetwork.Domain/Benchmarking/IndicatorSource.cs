using RegionalNetwork.Domain.Publications;

namespace RegionalNetwork.Domain.Benchmarking;

/// <summary>
/// An indicator with where its figures come from: a vintage of a publication, or what councils returned, as one caller may see it.
/// Periods and slices are given by their indexes here. Immutable.
/// </summary>
public abstract class IndicatorSource(IndicatorDefinition definition)
{
    public IndicatorDefinition Definition { get; } = definition;

    public virtual FigureOrigin Origin => FigureOrigin.Official;

    public abstract IReadOnlyList<Period> AllPeriods { get; }

    /// <summary>Indexes into <see cref="AllPeriods"/>: by reference date, then code. The last is the latest.</summary>
    public abstract IReadOnlyList<int> PeriodsInOrder { get; }

    public abstract IReadOnlyList<Dimension> Dimensions { get; }

    public abstract IReadOnlyList<Slice> Slices { get; }

    /// <summary>Who is to report for a period.</summary>
    public abstract PeriodUnits UnitsOf(int period);

    /// <summary>Number of the vintage that a period's figures are from.</summary>
    public abstract int VintageOf(int period);

    /// <summary>Version of the definition by which a period's figures were made; null where nobody numbered it.</summary>
    public virtual string? MethodVersionOf(int period) => Definition.Entry?.MethodVersion;

    public abstract BenchmarkColumn Column(int period, int slice);

    /// <summary>Earliest first.</summary>
    public IReadOnlyList<Period> Periods => [.. PeriodsInOrder.Select(period => AllPeriods[period])];

    /// <summary>Index of the period, the latest when none is named; -1 where there is no such period.</summary>
    public int FindPeriod(string? code)
    {
        if (code is null)
        {
            return PeriodsInOrder.Count == 0 ? -1 : PeriodsInOrder[^1];
        }
        for (var period = 0; period < AllPeriods.Count; period++)
        {
            if (AllPeriods[period].Code == code)
            {
                return period;
            }
        }
        return -1;
    }
}
